package io.newsfold.enrich.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the wording that two texts share, for people to read. */
public final class SharedPassages {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MIN_WORDS = 6;

    private SharedPassages() {}

    private record Word(String plain, int start, int end) {}

    /**
     * Up to {@code max} of the longest runs of six words or more in both texts, as {@code one} has them, longest first.
     */
    public static List<String> shared(String one, String other, int max) {
        List<Word> a = words(one);
        List<Word> b = words(other);
        Map<List<String>, List<Integer>> starts = new HashMap<>();
        for (int j = 0; j + MIN_WORDS <= b.size(); j++) {
            starts.computeIfAbsent(plain(b, j), k -> new ArrayList<>()).add(j);
        }
        record Run(int from, int words) {}
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i + MIN_WORDS <= a.size(); ) {
            int longest = 0;
            for (int j : starts.getOrDefault(plain(a, i), List.of())) {
                longest = Math.max(longest, common(a, i, b, j));
            }
            if (longest > 0) {
                runs.add(new Run(i, longest));
            }
            i += Math.max(1, longest);
        }
        return runs.stream()
                .sorted(Comparator.comparingInt((Run r) -> -r.words()).thenComparing(Run::from))
                .limit(max)
                .map(r -> one.substring(
                                a.get(r.from()).start(),
                                a.get(r.from() + r.words() - 1).end())
                        .replaceAll("\\s+", " "))
                .toList();
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Word(word.group().toLowerCase(Locale.ROOT), word.start(), word.end()));
        }
        return words;
    }

    private static List<String> plain(List<Word> words, int from) {
        return words.subList(from, from + MIN_WORDS).stream().map(Word::plain).toList();
    }

    private static int common(List<Word> a, int i, List<Word> b, int j) {
        int length = 0;
        while (i + length < a.size()
                && j + length < b.size()
                && a.get(i + length).plain().equals(b.get(j + length).plain())) {
            length++;
        }
        return length;
    }
}
