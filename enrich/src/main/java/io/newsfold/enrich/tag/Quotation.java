package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words in quotation marks, and who says them where the text tells by a verb of saying beside a name.
 *
 * @param start index of the opening mark
 * @param end index after the closing mark
 */
record Quotation(NameOccurrence speaker, int start, int end) {
    private static final Pattern QUOTED = Pattern.compile("“[^”\\n]{2,2000}”|\"[^\"\\n]{2,2000}\"");
    private static final Pattern BEFORE_NAME = Pattern.compile("[\\s,]*(?<verb>\\p{Ll}+)(?:\\s[\\p{L}. ]{0,40})?\\s");
    private static final Pattern AFTER_NAME = Pattern.compile(",?\\s(?:\\p{Ll}+ly\\s)?(?<verb>\\p{Ll}+)\\b");
    private static final Pattern BEFORE_QUOTE =
            Pattern.compile(",?\\s(?:\\p{Ll}+ly\\s)?(?<verb>\\p{Ll}+)[^.\\n“\"]{0,40}[,:]?\\s");
    private static final int NEAR = 60;

    /** The quotations whose speaker is clear; the namings from left to right. */
    static List<Quotation> find(String text, List<NameOccurrence> namings, WordLists words) {
        List<NameOccurrence> speakers = namings.stream()
                .filter(n -> n.type() == EntityType.PERSON || n.type() == EntityType.ORGANISATION)
                .toList();
        int[] starts = speakers.stream().mapToInt(NameOccurrence::start).toArray();
        List<Quotation> quotations = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            int at = Arrays.binarySearch(starts, quoted.end());
            int next = at < 0 ? -at - 1 : at;
            int before = Arrays.binarySearch(starts, quoted.start());
            int last = (before < 0 ? -before - 1 : before) - 1;
            NameOccurrence speaker = next < starts.length ? after(text, quoted.end(), speakers.get(next), words) : null;
            if (speaker == null && last >= 0) {
                speaker = before(text, quoted.start(), speakers.get(last), words);
            }
            if (speaker != null) {
                quotations.add(new Quotation(speaker, quoted.start(), quoted.end()));
            }
        }
        return quotations;
    }

    private static @Nullable NameOccurrence after(String text, int end, NameOccurrence naming, WordLists words) {
        if (naming.start() - end > NEAR) {
            return null;
        }
        String between = text.substring(end, naming.start());
        Matcher following = AFTER_NAME.matcher(text).region(naming.end(), text.length());
        boolean says = saysIn(BEFORE_NAME.matcher(between), words)
                || between.isBlank() && following.lookingAt() && words.has("say", following.group("verb"));
        return says ? naming : null;
    }

    private static @Nullable NameOccurrence before(String text, int start, NameOccurrence naming, WordLists words) {
        boolean near = naming.end() <= start && start - naming.end() <= NEAR;
        return near && saysIn(BEFORE_QUOTE.matcher(text.substring(naming.end(), start)), words) ? naming : null;
    }

    private static boolean saysIn(Matcher matcher, WordLists words) {
        return matcher.matches() && words.has("say", matcher.group("verb"));
    }
}
