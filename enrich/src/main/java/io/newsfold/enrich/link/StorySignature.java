package io.newsfold.enrich.link;

import io.newsfold.contract.LanguageCode;
import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Member;
import io.newsfold.contract.Story.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a story shows to readers of any language: when it began, who and what is named, which figures are given.
 *
 * @param story its id
 * @param inLanguage of its articles, BCP 47
 * @param headline of its first article
 * @param first time of its first article with a date
 * @param names of what at least a quarter of its articles name, the most frequent first, then the most salient; at most
 *     24
 * @param figures of its articles, digits alone so that 3,5 equals 3.5; sorted, at most 40
 */
public record StorySignature(
        String story,
        String inLanguage,
        String headline,
        Instant first,
        List<SoundedName> names,
        List<String> figures) {
    private static final int MOST_NAMES = 24;
    private static final int MOST_FIGURES = 40;
    private static final int PART_OF_ARTICLES = 4;

    public StorySignature {
        names = List.copyOf(names);
        figures = List.copyOf(figures);
    }

    /** Empty for a story of no known language or time: nothing tells that another is on the same event. */
    public static Optional<StorySignature> of(Story story) {
        Instant first = story.firstPublished();
        String language = story.inLanguage();
        if (first == null || language == null || language.equals(LanguageCode.UNKNOWN)) {
            return Optional.empty();
        }
        return Optional.of(new StorySignature(
                story.id(), language, story.headline(), first, names(story.articles()), figures(story.articles())));
    }

    /** What two stories must share one of to be linked: ids and sounds that are not in the news of every day. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        names.forEach(name -> keys.addAll(name.keys()));
        return keys;
    }

    private static List<SoundedName> names(List<Member> articles) {
        Map<String, Named> byId = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Member article : articles) {
            for (Named entity : article.entities()) {
                byId.putIfAbsent(entity.id(), entity);
                counts.merge(entity.id(), 1, Integer::sum);
            }
        }
        return byId.values().stream()
                .filter(entity -> counts.getOrDefault(entity.id(), 0) * PART_OF_ARTICLES >= articles.size())
                .sorted(Comparator.comparingInt(entity -> -counts.getOrDefault(entity.id(), 0)))
                .limit(MOST_NAMES)
                .map(SoundedName::of)
                .toList();
    }

    private static List<String> figures(List<Member> articles) {
        return articles.stream()
                .flatMap(article -> article.adds().figures().stream())
                .map(figure -> figure.replaceAll("\\D", ""))
                .distinct()
                .limit(MOST_FIGURES)
                .sorted()
                .toList();
    }
}
