package io.newsfold.cli.mistake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers to all mistakes as Markdown: one section for each mistake. */
public final class MistakeTable {
    private static final String INTRODUCTION = """
            # What each command answers to mistakes

            For each command of `newsfold --help` and each of ten mistakes: the exit code and the first sentence (after
            Ctrl-C the last one). Words in capitals stand for what was there when the commands ran: `MISSING` is a path
            where nothing is, `PICTURE` a file that is no article, `TAKEN` a port in use, `NOBODY` a cluster that does not
            answer, `GUEST` a user of a cluster without permissions, `DENIED` a path that nobody can write, `FULL` a full
            disk, `OUT` the files of a pipeline that runs, `OWN` a folder of this command line.

            `MistakesTest` runs the command lines; `./newsfold golden` rewrites this page.
            """;

    private final Map<Mistake, List<String>> rows = new EnumMap<>(Mistake.class);
    private final Map<Mistake, Map<Exemption, List<String>>> exempt = new EnumMap<>(Mistake.class);

    public MistakeTable() {}

    public void add(MistakeCase mistake, int code, String sentence) {
        rows.computeIfAbsent(mistake.mistake(), m -> new ArrayList<>())
                .add("| `" + mistake.line().replace("|", "\\|") + "` | " + code + " | " + sentence.replace("|", "\\|")
                        + " |\n");
    }

    public void add(MistakeCase mistake, Exemption exemption) {
        exempt.computeIfAbsent(mistake.mistake(), m -> new LinkedHashMap<>())
                .computeIfAbsent(exemption, e -> new ArrayList<>())
                .add("`" + mistake.command() + "`");
    }

    /**
     * The page.
     *
     * @param skipped mistakes that could not be made here, with their section of the committed page
     */
    public String page(Map<Mistake, String> skipped) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Mistake mistake : Mistake.values()) {
            page.append(skipped.getOrDefault(mistake, section(mistake)));
        }
        return page.toString();
    }

    private String section(Mistake mistake) {
        StringBuilder section =
                new StringBuilder("\n## " + title(mistake) + "\n\n| command line | code | answer |\n|---|---|---|\n");
        rows.getOrDefault(mistake, List.of()).forEach(section::append);
        Map<Exemption, List<String>> none = exempt.getOrDefault(mistake, Map.of());
        none.forEach((exemption, commands) ->
                section.append("\nDoes not apply, " + exemption.reason() + ": " + String.join(", ", commands) + ".\n"));
        return section.toString();
    }

    /** The section of a mistake on a page. */
    public static String section(String page, Mistake mistake) {
        int begin = page.indexOf("\n## " + title(mistake) + "\n");
        int end = begin < 0 ? begin : page.indexOf("\n## ", begin + 1);
        return begin < 0 ? "" : page.substring(begin, end < 0 ? page.length() : end);
    }

    private static String title(Mistake mistake) {
        return mistake.title().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + mistake.title().substring(1);
    }
}
