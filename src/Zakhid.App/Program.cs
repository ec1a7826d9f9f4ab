if (args is ["read", ..]) Zakhid.App.Commands.Read.HeadStart.Take();
return await Zakhid.App.Commands.CommandLine.Run(args);
