package io.newsfold.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code newsfold entities}: builds tables of entities and looks names up in them. */
@Command(
        name = "entities",
        mixinStandardHelpOptions = true,
        subcommands = {EntitiesBuildCommand.class, EntitiesFindCommand.class},
        description =
                "Builds a table of entities from a Wikidata dump or from lists (build), or looks a name up (find).")
public final class EntitiesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public EntitiesCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
