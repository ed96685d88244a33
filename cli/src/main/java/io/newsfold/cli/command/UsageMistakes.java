package io.newsfold.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns a wrong command line into one sentence on stderr, with the nearest valid name, and the command that helps. */
public final class UsageMistakes implements IParameterExceptionHandler {
    private static final Pattern CHOICES = Pattern.compile("\\[[A-Z_, ]+] \\(case-insensitive\\)");

    /** What picocli says, and what we say. */
    private static final Map<Pattern, String> STYLE = styles(
            "^invalid value for (?:option '(\\S+)'.*?|positional parameter at index \\S+ \\((\\S+)\\)): ", "$1$2: ",
            "expected one of (.*) but was '(.*)'", "one of $1 is wanted, not $2",
            "'(.*)' is not an? (?:int|long)", "a whole number is wanted, not $1",
            "^missing required (?:parameters?|options?): '?([^']*).*", "$1 is missing",
            "^unknown subcommand '(.*)'", "there is no command $1");

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String sentence = unknownCommand(command, arguments)
                .or(() -> unknownOption(command, arguments))
                .or(() -> unknownWord(e))
                .orElseGet(() -> inOurStyle(String.valueOf(e.getMessage())));
        command.getErr()
                .println("newsfold: " + sentence + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        command.getErr().flush();
        return ExitCodes.USAGE;
    }

    private static Map<Pattern, String> styles(String... pairs) {
        Map<Pattern, String> styles = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            styles.put(Pattern.compile(pairs[i]), pairs[i + 1]);
        }
        return styles;
    }

    /** A misspelt command is the cause of complaints about its options. */
    private static Optional<String> unknownCommand(CommandLine command, String[] arguments) {
        boolean isUnknown = command.getParent() == null
                && arguments.length > 0
                && !arguments[0].startsWith("-")
                && !command.getSubcommands().containsKey(arguments[0]);
        return isUnknown ? Optional.of(noCommand(arguments[0], command)) : Optional.empty();
    }

    private static String noCommand(String word, CommandLine command) {
        return "there is no command " + word
                + suggestion(word, command.getSubcommands().keySet());
    }

    /** A misspelt option is the cause of other complaints, as of one on the words that follow it: it is named alone. */
    private static Optional<String> unknownOption(CommandLine command, String[] arguments) {
        List<String> known = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .flatMap(UsageMistakes::names)
                .toList();
        return Arrays.stream(arguments)
                .filter(word -> word.startsWith("--"))
                .map(word -> word.split("=", 2)[0])
                .filter(name -> !command.getCommandSpec().optionsMap().containsKey(name)
                        && !known.contains(name)
                        && name.length() > 2)
                .findFirst()
                .map(name -> "there is no option " + name + suggestion(name, known));
    }

    private static Stream<String> names(OptionSpec option) {
        List<String> names = new ArrayList<>(List.of(option.names()));
        if (option.negatable()) {
            for (String name : option.names()) {
                names.add(
                        name.startsWith("--no-") ? name.replaceFirst("--no-", "--") : name.replaceFirst("--", "--no-"));
            }
        }
        return names.stream();
    }

    private static Optional<String> unknownWord(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        return Optional.of(
                command.getSubcommands().isEmpty() ? word + " is one word too many" : noCommand(word, command));
    }

    private static String suggestion(String word, Collection<String> names) {
        return NearestName.of(word, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static String inOurStyle(String message) {
        String first = message.lines().findFirst().orElse("").strip().replaceFirst("[.]$", "");
        String sentence = first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
        String lower = CHOICES.matcher(sentence)
                .replaceAll(choices ->
                        choices.group().replaceAll("[\\[\\]]| \\(.*", "").toLowerCase(Locale.ROOT));
        for (Map.Entry<Pattern, String> style : STYLE.entrySet()) {
            lower = style.getKey().matcher(lower).replaceFirst(style.getValue());
        }
        return lower;
    }
}
