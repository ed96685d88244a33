package io.newsfold.cli.command;

import io.newsfold.cli.print.FishCompletion;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsfold completion}: what a shell needs to complete our commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a script that lets a shell complete commands and options.",
            "bash, zsh: add  source <(newsfold completion bash)  to ~/.bashrc or ~/.zshrc",
            "fish: newsfold completion fish > ~/.config/fish/completions/newsfold.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    /** Which shell. */
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
                    // zsh reads the script for bash, which loads what zsh needs for that
                    case BASH, ZSH -> AutoComplete.bash(newsfold.name(), newsfold.commandLine());
                    case FISH -> new FishCompletion(newsfold).script();
                });
        return ExitCodes.OK;
    }
}
