package io.newsfold.enrich.revision;

import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.clean.input.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the kinds of changes between two versions of a text, sentence by sentence. */
final class TextChanges {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
    /** A capital inside a sentence. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N},;]\\s)\\p{Lu}[\\p{L}'’-]+");
    /** Two sentences that share this part of their words are one sentence, reworded. */
    private static final double MIN_SHARED_WORDS = 0.5;

    private TextChanges() {}

    /**
     * Sorted kinds: {@code addition}, {@code correction_notice}, {@code figure}, {@code headline}, {@code name},
     * {@code removal}, {@code wording}.
     */
    static List<String> between(CleanText before, CleanText after) {
        Set<String> changes = new TreeSet<>();
        if (!before.article().headline().equals(after.article().headline())) {
            changes.add("headline");
        }
        Set<String> oldSentences = sentences(before);
        Set<String> newSentences = sentences(after);
        List<String> removed =
                oldSentences.stream().filter(s -> !newSentences.contains(s)).toList();
        List<String> added = new ArrayList<>(
                newSentences.stream().filter(s -> !oldSentences.contains(s)).toList());
        for (String sentence : removed) {
            added.stream()
                    .filter(c -> overlap(sentence, c) >= MIN_SHARED_WORDS)
                    .findFirst()
                    .ifPresentOrElse(
                            reworded -> {
                                changes.addAll(ofSentence(sentence, reworded));
                                added.remove(reworded);
                            },
                            () -> changes.add("removal"));
        }
        for (String sentence : added) {
            changes.add(CorrectionNotice.isIn(sentence) ? "correction_notice" : "addition");
        }
        return List.copyOf(changes);
    }

    /** A reworded sentence has other figures, other names, or neither. */
    private static Set<String> ofSentence(String before, String after) {
        Set<String> changes = new TreeSet<>();
        if (!all(NUMBER, before).equals(all(NUMBER, after))) {
            changes.add("figure");
        }
        if (!Set.copyOf(all(NAME, before)).equals(Set.copyOf(all(NAME, after)))) {
            changes.add("name");
        }
        return changes.isEmpty() ? Set.of("wording") : changes;
    }

    private static Set<String> sentences(CleanText text) {
        Set<String> sentences = new LinkedHashSet<>();
        Sentences.ofParagraphs(text.article().articleBody(), text.article().inLanguage())
                .forEach(sentences::addAll);
        return sentences;
    }

    private static double overlap(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return both.size() / (double) Math.max(1, Math.max(a.size(), b.size()));
    }

    private static Set<String> words(String sentence) {
        return new HashSet<>(List.of(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    }

    private static List<String> all(Pattern pattern, String sentence) {
        Matcher matcher = pattern.matcher(sentence);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
