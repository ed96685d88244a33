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

/** A story read article by article: tells of each what it takes from those before it and what it adds. */
final class StoryNovelty {
    private static final int MOST_NEW = 20;

    private final Map<Integer, String> sentences = new HashMap<>(); // with the first article that has each
    private final Set<String> figures = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> publishers = new HashMap<>(); // with the first article of each

    /** The public record of the next article. */
    Story.Member take(StoryAggregate.Member member) {
        List<Taken> taken = new ArrayList<>();
        int all = 0;
        int fresh = 0;
        int number = 0;
        for (List<Integer> paragraph : member.wording().paragraphs()) {
            number++;
            int paragraphNumber = number;
            all += paragraph.size();
            fresh += (int)
                    paragraph.stream().filter(s -> !sentences.containsKey(s)).count();
            source(paragraph).ifPresent(from -> taken.add(new Taken(paragraphNumber, from)));
        }
        Story.Member told = new Story.Member(
                member.id(),
                member.url(),
                member.headline(),
                member.publisher(),
                member.time(),
                member.parent(),
                member.relation(),
                member.score(),
                member.credits().stream()
                        .map(name -> new Attribution(name, publishers.get(plain(name))))
                        .toList(),
                member.entities(),
                taken,
                new Novelty(
                        all == 0 ? 0 : Math.round(1_000.0 * fresh / all) / 1_000.0,
                        fresh,
                        member.wording().figures().stream()
                                .filter(f -> !figures.contains(f))
                                .limit(MOST_NEW)
                                .toList(),
                        member.entities().stream()
                                .filter(e -> !names.contains(e.id()))
                                .map(Named::name)
                                .limit(MOST_NEW)
                                .toList()));
        remember(member);
        return told;
    }

    private void remember(StoryAggregate.Member member) {
        member.wording()
                .paragraphs()
                .forEach(paragraph -> paragraph.forEach(s -> sentences.putIfAbsent(s, member.id())));
        figures.addAll(member.wording().figures());
        member.entities().forEach(e -> names.add(e.id()));
        if (member.publisher() != null) {
            publishers.putIfAbsent(plain(member.publisher()), member.id());
        }
    }

    /** The article that has most of a paragraph's sentences, if any has more than half of them; of equals the smaller id. */
    private Optional<String> source(List<Integer> paragraph) {
        Map<String, Integer> counts = new HashMap<>();
        for (Integer sentence : paragraph) {
            String from = sentences.get(sentence);
            if (from != null) {
                counts.merge(from, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(e -> e.getValue() * 2 > paragraph.size())
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** A publisher's name as it is compared: no case, no article, no marks. */
    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return letters.startsWith("the ") ? letters.substring(4) : letters;
    }
}
