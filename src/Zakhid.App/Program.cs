return await Zakhid.App.Commands.CommandLine.Run(args);
