package io.newsfold.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completions of a command as a script for fish; picocli does not. */
public final class FishCompletion {
    private final CommandSpec root;

    public FishCompletion(CommandSpec root) {
        this.root = root;
    }

    public String script() {
        List<String> lines = new ArrayList<>();
        lines.add("# completions of " + root.name() + " for fish");
        add(root, List.of(), lines);
        return String.join("\n", lines);
    }

    /** @param path names of the commands above this one and its own, without the root */
    private void add(CommandSpec command, List<String> path, List<String> lines) {
        Map<String, CommandLine> below = new TreeMap<>(command.subcommands());
        String here = condition(path, below);
        below.forEach((name, subcommand) -> lines.add("complete -c " + root.name() + " -f -n " + quoted(here) + " -a "
                + quoted(name) + " -d " + quoted(description(subcommand.getCommandSpec()))));
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                lines.add(line(option, here));
            }
        }
        below.forEach((name, subcommand) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            add(subcommand.getCommandSpec(), longer, lines);
        });
    }

    /** A condition for fish: the line has the commands of the path and none below them. */
    private static String condition(List<String> path, Map<String, CommandLine> below) {
        if (path.isEmpty()) {
            return "__fish_use_subcommand";
        }
        String seen =
                path.stream().map(name -> "__fish_seen_subcommand_from " + name).collect(Collectors.joining("; and "));
        return below.isEmpty()
                ? seen
                : seen + "; and not __fish_seen_subcommand_from " + String.join(" ", below.keySet());
    }

    private String line(OptionSpec option, String here) {
        StringBuilder line = new StringBuilder("complete -c " + root.name() + " -n " + quoted(here));
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            Iterable<String> candidates = option.completionCandidates();
            line.append(" -r");
            if (candidates != null) {
                line.append(" -f -a ")
                        .append(quoted(StreamSupport.stream(candidates.spliterator(), false)
                                .collect(Collectors.joining(" "))));
            }
        }
        return line + " -d "
                + quoted(String.join(" ", option.description()).replace(" (default: ${DEFAULT-VALUE})", ""));
    }

    private static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("%n", " ") + "'";
    }
}
