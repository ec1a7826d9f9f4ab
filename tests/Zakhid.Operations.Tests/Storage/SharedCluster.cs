[assembly: AssemblyFixture(typeof(Zakhid.Operations.Tests.Storage.PostgresCluster))]
