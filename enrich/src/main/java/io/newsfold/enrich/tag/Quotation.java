package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words in quotation marks with their speaker, whom a verb of saying beside a name shows, or beside "he" or "she" where
 * only the speaker before can be meant.
 *
 * @param verb the verb of saying
 * @param start index of the opening mark
 * @param end index after the closing mark
 */
record Quotation(EntityMention speaker, String verb, int start, int end) {
    private static final Pattern QUOTED = Pattern.compile("“[^”\\n]{2,2000}”|\"[^\"\\n]{2,2000}\"");
    private static final Pattern BEFORE_NAME = Pattern.compile("[\\s,]*(?<verb>\\p{Ll}+)(?:\\s[\\p{L}. ]{0,40})?\\s");
    private static final Pattern AFTER_NAME = Pattern.compile(",?\\s(?:\\p{Ll}+ly\\s)?(?<verb>\\p{Ll}+)\\b");
    private static final Pattern BEFORE_QUOTE =
            Pattern.compile(",?\\s(?:\\p{Ll}+ly\\s)?(?<verb>\\p{Ll}+)[^.\\n“\"]{0,40}[,:]?\\s");
    private static final Pattern PRONOUN_AFTER = Pattern.compile(
            "[\\s,]*(?:(?:he|she)\\s(?:\\p{Ll}+ly\\s)?(?<verb>\\p{Ll}+)|(?<before>\\p{Ll}+)\\s(?:he|she))\\b");
    private static final Pattern PRONOUN_BEFORE =
            Pattern.compile("\\b(?:[Hh]e|[Ss]he)\\s(?:\\p{Ll}+ly\\s)?(?<verb>\\p{Ll}+)[^.\\n“\"]{0,40}[,:]?\\s$");
    private static final String VERB_GROUP = "verb";

    /** With more names since the speaker's, nothing is certain. */
    private static final int MOST_SPEAKERS = 100;

    /** How far from a quotation its speaker is looked for, in chars. */
    private static final int REACH = 60;

    /** The quotations whose speaker is clear; the mentions from left to right. */
    static List<Quotation> find(String text, List<EntityMention> mentions, WordLists words) {
        List<EntityMention> speakers = mentions.stream()
                .filter(m -> m.type() == EntityType.PERSON || m.type() == EntityType.ORGANISATION)
                .toList();
        int[] starts = speakers.stream().mapToInt(EntityMention::start).toArray();
        List<Quotation> quotations = new ArrayList<>();
        Quotation before = null;
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            int next = firstFrom(quoted.end(), starts);
            int last = firstFrom(quoted.start(), starts) - 1;
            Quotation quotation = null;
            if (next < starts.length) {
                quotation = of(speakers.get(next), verbBefore(text, quoted.end(), speakers.get(next), words), quoted);
            }
            if (quotation == null && last >= 0) {
                quotation = of(speakers.get(last), verbAfter(text, quoted.start(), speakers.get(last), words), quoted);
            }
            if (quotation == null && before != null && isOnlyPerson(before, quoted.start(), text, speakers, starts)) {
                quotation = of(before.speaker, verbOfPronoun(text, quoted, words), quoted);
            }
            if (quotation != null) {
                quotations.add(quotation);
                before = quotation;
            }
        }
        return quotations;
    }

    private static @Nullable Quotation of(EntityMention speaker, @Nullable String verb, Matcher quoted) {
        return verb == null ? null : new Quotation(speaker, verb, quoted.start(), quoted.end());
    }

    /** The index of the first start at or behind a place in the text. */
    private static int firstFrom(int place, int[] starts) {
        int found = Arrays.binarySearch(starts, place);
        return found < 0 ? -found - 1 : found;
    }

    /** The verb that makes the name after a quotation its speaker: "…," said Edwin Marsh; "…," Edwin Marsh said. */
    private static @Nullable String verbBefore(String text, int quoteEnd, EntityMention name, WordLists words) {
        if (name.start() - quoteEnd > REACH) {
            return null;
        }
        String between = text.substring(quoteEnd, name.start());
        String verb = saying(BEFORE_NAME.matcher(between), words);
        Matcher following = AFTER_NAME.matcher(text).region(name.end(), text.length());
        boolean isBehind = verb == null && between.isBlank() && following.lookingAt();
        return isBehind && words.has(WordLists.SAY, following.group(VERB_GROUP)) ? following.group(VERB_GROUP) : verb;
    }

    /** The verb that makes the name before a quotation its speaker: Edwin Marsh said: "…". */
    private static @Nullable String verbAfter(String text, int quoteStart, EntityMention name, WordLists words) {
        boolean isNear = name.end() <= quoteStart && quoteStart - name.end() <= REACH;
        return isNear ? saying(BEFORE_QUOTE.matcher(text.substring(name.end(), quoteStart)), words) : null;
    }

    private static @Nullable String saying(Matcher matcher, WordLists words) {
        return matcher.matches() && words.has(WordLists.SAY, matcher.group(VERB_GROUP))
                ? matcher.group(VERB_GROUP)
                : null;
    }

    /**
     * Whether "he" or "she" can mean nobody but the person who spoke before: in the same paragraph or the one before, and
     * no other was named since.
     */
    private static boolean isOnlyPerson(
            Quotation before, int place, String text, List<EntityMention> speakers, int[] starts) {
        int paragraph = text.indexOf("\n\n", before.end);
        boolean isFar = paragraph >= 0
                && paragraph < place
                && text.substring(paragraph + 2, place).contains("\n\n");
        int first = firstFrom(Math.min(before.start, before.speaker.start()), starts);
        int end = firstFrom(place, starts);
        if (isFar || before.speaker.type() != EntityType.PERSON || end - first > MOST_SPEAKERS) {
            return false;
        }
        String name = before.speaker.name();
        return speakers.subList(first, end).stream()
                .filter(mention -> mention.type() == EntityType.PERSON)
                .allMatch(mention ->
                        name.endsWith(mention.name()) || mention.name().endsWith(name));
    }

    /** The verb between a quotation and "he" or "she": "…," he said; She said: "…". */
    private static @Nullable String verbOfPronoun(String text, Matcher quoted, WordLists words) {
        Matcher after = PRONOUN_AFTER.matcher(text).region(quoted.end(), text.length());
        if (after.lookingAt()) {
            String verb = after.group(VERB_GROUP) == null ? after.group("before") : after.group(VERB_GROUP);
            return words.has(WordLists.SAY, verb) ? verb : null;
        }
        Matcher before = PRONOUN_BEFORE.matcher(text).region(Math.max(0, quoted.start() - REACH), quoted.start());
        return before.find() && words.has(WordLists.SAY, before.group(VERB_GROUP)) ? before.group(VERB_GROUP) : null;
    }
}
