package io.newsfold.cli.command;

import io.newsfold.cli.print.FishCompletion;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsfold completion}: the completion script of a shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a script that lets a shell complete commands and options.",
            "bash, zsh: add  source <(newsfold completion bash)  to ~/.bashrc or ~/.zshrc",
            "fish: newsfold completion fish > ~/.config/fish/completions/newsfold.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    /** A shell for which there is a script. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public CompletionCommand() {}

    @Override
    public Integer call() {
        CommandSpec newsfold = spec.root();
        System.out.println(
                switch (shell) {
                    // zsh reads the script for bash, which loads the compatibility functions that zsh needs
                    case BASH, ZSH -> AutoComplete.bash(newsfold.name(), newsfold.commandLine());
                    case FISH -> new FishCompletion(newsfold).script();
                });
        return ExitCodes.OK;
    }
}
