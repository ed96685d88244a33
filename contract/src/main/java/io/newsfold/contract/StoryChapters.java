package io.newsfold.contract;

import io.newsfold.contract.Story.Chapter;
import io.newsfold.contract.Story.Member;
import io.newsfold.contract.Story.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Divides a long story into chapters, one for each day that has articles. A function of the articles alone. */
public final class StoryChapters {
    private static final int LONG = 8;
    private static final int MAX_LISTED = 5;

    /** Three digits or more, but no year. */
    private static final Pattern TELLING = Pattern.compile("(?!(?:19|20)[0-9]{2}$)[0-9](?:[.,٫٬]?[0-9]){2,}");

    private StoryChapters() {}

    /**
     * The chapters of a story, from the first; none where it has fewer than eight articles, or those of one day.
     *
     * @param articles of the story, in canonical order
     */
    public static List<Chapter> of(List<Member> articles) {
        Map<LocalDate, List<Member>> days = new TreeMap<>();
        for (Member article : articles) {
            days.computeIfAbsent(LocalDate.ofInstant(article.time(), ZoneOffset.UTC), day -> new ArrayList<>())
                    .add(article);
        }
        if (articles.size() < LONG || days.size() < 2) {
            return List.of();
        }
        List<Chapter> chapters = new ArrayList<>();
        Set<String> known = new HashSet<>();
        days.forEach((day, ofDay) -> {
            Member first = ofDay.stream()
                    .filter(article -> article.relation() != Lineage.Relation.COPY)
                    .findFirst()
                    .orElse(ofDay.get(0));
            chapters.add(new Chapter(
                    day, first.id(), first.headline(), ofDay.size(), newNames(ofDay, known), figures(ofDay)));
            ofDay.forEach(article -> article.entities().forEach(entity -> known.add(entity.id())));
        });
        return chapters;
    }

    /** The names of what no earlier day names, those in most articles of the day first. */
    private static List<String> newNames(List<Member> ofDay, Set<String> known) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Member article : ofDay) {
            for (Named entity : article.entities()) {
                if (!known.contains(entity.id())) {
                    counts.merge(entity.id(), 1, Integer::sum);
                    names.putIfAbsent(entity.id(), entity.name());
                }
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> count) -> -count.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_LISTED)
                .map(count -> names.getOrDefault(count.getKey(), count.getKey()))
                .toList();
    }

    /** The first figures that no earlier article has, without years and small numbers. */
    private static List<String> figures(List<Member> ofDay) {
        return ofDay.stream()
                .flatMap(article -> article.adds().figures().stream())
                .filter(TELLING.asMatchPredicate())
                .distinct()
                .limit(MAX_LISTED)
                .toList();
    }
}
