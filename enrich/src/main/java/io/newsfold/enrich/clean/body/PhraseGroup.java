package io.newsfold.enrich.clean.body;

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
 * @param triggers one of these is in every block that {@code inside} matches
 */
record PhraseGroup(DropReason reason, Pattern start, BitSet openings, Pattern inside, List<Trigger> triggers) {
    private static final String NEVER = "(?!)";
    private static final int LETTERS = 26;

    static PhraseGroup of(DropReason reason, List<Phrase> phrases) {
        Pattern start = anyOf(phrases, Phrase.Position.START);
        List<Trigger> triggers = phrases.stream()
                .filter(p -> p.position() == Phrase.Position.INSIDE)
                .map(p -> RequiredLiteral.of(p.pattern()))
                .distinct()
                .map(Trigger::of)
                .toList();
        return new PhraseGroup(reason, start, openings(start), anyOf(phrases, Phrase.Position.INSIDE), triggers);
    }

    private static Pattern anyOf(List<Phrase> phrases, Phrase.Position position) {
        String all = phrases.stream()
                .filter(p -> p.position() == position)
                .map(Phrase::pattern)
                .collect(Collectors.joining("|"));
        return Pattern.compile(all.isEmpty() ? NEVER : all);
    }

    /** Whether some phrase of the group is in the text. */
    boolean isIn(Subject text) {
        return text.canOpen(openings) && start.matcher(text.text()).lookingAt()
                || isTriggered(text) && inside.matcher(text.text()).find();
    }

    private boolean isTriggered(Subject text) {
        for (Trigger trigger : triggers) {
            if (trigger.isIn(text)) {
                return true;
            }
        }
        return false;
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
    record Subject(String text, int opening, Bigrams bigrams) {
        static Subject of(String lowerCase) {
            return new Subject(lowerCase, PhraseGroup.opening(lowerCase), Bigrams.of(lowerCase));
        }

        boolean canOpen(BitSet openings) {
            return opening < 0 || openings.get(opening);
        }
    }

    /** Part of a phrase, and the pairs of letters in it. */
    record Trigger(String words, Bigrams bigrams) {
        static Trigger of(String words) {
            return new Trigger(words, Bigrams.of(words));
        }

        boolean isIn(Subject subject) {
            return subject.bigrams().hasAll(bigrams) && subject.text().contains(words);
        }
    }

    /**
     * A set of pairs of letters in 256 bits, some of which share one: a text that lacks one of them lacks the words.
     */
    record Bigrams(long a, long b, long c, long d) {
        static Bigrams of(String text) {
            long[] bits = new long[4];
            for (int i = 1; i < text.length(); i++) {
                int bit = (text.charAt(i - 1) * 31 + text.charAt(i) * 7) & 255;
                bits[bit >> 6] |= 1L << (bit & 63);
            }
            return new Bigrams(bits[0], bits[1], bits[2], bits[3]);
        }

        boolean hasAll(Bigrams o) {
            return (a & o.a) == o.a && (b & o.b) == o.b && (c & o.c) == o.c && (d & o.d) == o.d;
        }
    }
}
