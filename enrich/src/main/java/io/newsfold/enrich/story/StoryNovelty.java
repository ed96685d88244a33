package io.newsfold.enrich.story;

import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Attribution;
import io.newsfold.contract.Story.Named;
import io.newsfold.contract.Story.Novelty;
import io.newsfold.contract.Story.Taken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the articles of a story in canonical order and finds what each repeats of the earlier ones and what it adds.
 */
final class StoryNovelty {
    private static final int MAX_LISTED = 20;

    private final Map<Integer, String> articleBySentence = new HashMap<>(); // the first that has it
    private final Map<String, String> articleByPublisher = new HashMap<>(); // the first
    private final Set<String> figures = new HashSet<>();
    private final Set<String> entities = new HashSet<>();

    /** The public record of the next article. */
    Story.Member next(StoryMember member) {
        Story.Member published = new Story.Member(
                member.id(),
                member.url(),
                member.headline(),
                member.publisher(),
                member.time(),
                member.undated(),
                member.dayOnly(),
                member.parent(),
                member.relation(),
                member.score(),
                attributions(member),
                member.entities(),
                taken(member),
                novelty(member));
        remember(member);
        return published;
    }

    private List<Attribution> attributions(StoryMember member) {
        return member.credits().stream()
                .map(name -> new Attribution(name, articleByPublisher.get(normalized(name))))
                .toList();
    }

    private List<Taken> taken(StoryMember member) {
        List<Taken> taken = new ArrayList<>();
        List<List<Integer>> paragraphs = member.digest().paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            int number = i + 1;
            source(paragraphs.get(i)).ifPresent(article -> taken.add(new Taken(number, article)));
        }
        return taken;
    }

    private Novelty novelty(StoryMember member) {
        List<Integer> sentences =
                member.digest().paragraphs().stream().flatMap(List::stream).toList();
        int added = (int) sentences.stream()
                .filter(s -> !articleBySentence.containsKey(s))
                .count();
        return new Novelty(
                sentences.isEmpty() ? 0 : Math.round(1_000.0 * added / sentences.size()) / 1_000.0,
                added,
                member.digest().figures().stream()
                        .filter(f -> !figures.contains(f))
                        .limit(MAX_LISTED)
                        .toList(),
                member.entities().stream()
                        .filter(e -> !entities.contains(e.id()))
                        .map(Named::name)
                        .limit(MAX_LISTED)
                        .toList());
    }

    private void remember(StoryMember member) {
        for (List<Integer> paragraph : member.digest().paragraphs()) {
            paragraph.forEach(sentence -> articleBySentence.putIfAbsent(sentence, member.id()));
        }
        figures.addAll(member.digest().figures());
        member.entities().forEach(e -> entities.add(e.id()));
        if (member.publisher() != null) {
            articleByPublisher.putIfAbsent(normalized(member.publisher()), member.id());
        }
    }

    /** The article that has most of a paragraph's sentences, if any has more than half; of equals the smaller id. */
    private Optional<String> source(List<Integer> paragraph) {
        Map<String, Integer> counts = new HashMap<>();
        for (Integer sentence : paragraph) {
            String article = articleBySentence.get(sentence);
            if (article != null) {
                counts.merge(article, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(e -> e.getValue() * 2 > paragraph.size())
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** A publisher's name for comparison: lower case, without punctuation and leading article. */
    private static String normalized(String name) {
        String letters = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return letters.startsWith("the ") ? letters.substring(4) : letters;
    }
}
