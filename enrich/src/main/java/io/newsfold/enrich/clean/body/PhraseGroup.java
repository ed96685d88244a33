package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.input.LiteralFilter;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The phrases of one reason as two patterns, each behind a test that is cheap.
 *
 * @param start what a block can begin with
 * @param openings the first two letters that it can begin with
 * @param inside what can be anywhere in a block
 * @param filter passed by every block that {@code inside} matches
 */
record PhraseGroup(DropReason reason, Pattern start, BitSet openings, Pattern inside, LiteralFilter filter) {
    private static final String NEVER = "(?!)";
    private static final int LETTERS = 26;

    static PhraseGroup of(DropReason reason, List<Phrase> phrases) {
        Pattern start = anyOf(phrases, Phrase.Position.START);
        LiteralFilter filter = LiteralFilter.anyOf(phrases.stream()
                .filter(p -> p.position() == Phrase.Position.INSIDE)
                .map(Phrase::pattern)
                .toList());
        return new PhraseGroup(reason, start, openings(start), anyOf(phrases, Phrase.Position.INSIDE), filter);
    }

    private static Pattern anyOf(List<Phrase> phrases, Phrase.Position position) {
        String all = phrases.stream()
                .filter(p -> p.position() == position)
                .map(Phrase::pattern)
                .collect(Collectors.joining("|"));
        return Pattern.compile(all.isEmpty() ? NEVER : all);
    }

    /** Whether some phrase of the group is in the text. */
    boolean isIn(Subject subject) {
        String text = subject.text().text();
        return subject.canOpen(openings) && start.matcher(text).lookingAt()
                || filter.passes(subject.text()) && inside.matcher(text).find();
    }

    private static BitSet openings(Pattern start) {
        BitSet openings = new BitSet();
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                String letters = String.valueOf(new char[] {first, second});
                Matcher matcher = start.matcher(letters);
                if (matcher.lookingAt() || matcher.hitEnd()) {
                    openings.set(opening(letters));
                }
            }
        }
        return openings;
    }

    /** The number of the first two letters, -1 where they are not both from a to z. */
    private static int opening(String text) {
        if (text.length() < 2) {
            return -1;
        }
        int first = text.charAt(0) - 'a';
        int second = text.charAt(1) - 'a';
        boolean letters = first >= 0 && first < LETTERS && second >= 0 && second < LETTERS;
        return letters ? first * LETTERS + second : -1;
    }

    /**
     * A text in which phrases are looked for.
     *
     * @param text in lower case
     * @param opening the number of its first two letters, -1 where they are not both from a to z
     */
    record Subject(LiteralFilter.Subject text, int opening) {
        static Subject of(String lowerCase) {
            return new Subject(LiteralFilter.Subject.of(lowerCase), PhraseGroup.opening(lowerCase));
        }

        boolean canOpen(BitSet openings) {
            return opening < 0 || openings.get(opening);
        }
    }
}
