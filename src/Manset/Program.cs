return await Manset.Commands.Run(args);
