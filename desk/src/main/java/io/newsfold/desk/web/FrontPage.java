package io.newsfold.desk.web;

import io.newsfold.contract.Story;
import io.newsfold.desk.index.Results;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first page: the newest stories, those of the last 24 hours first, then day by day; in each part those of most
 * independent sources first.
 *
 * @param stories those of this page
 * @param pictures addresses of their pictures on the desk, by the id of the story; those without are left out
 * @param start number of stories before them
 * @param next address of the page after this one; null on the last
 * @param at the moment that story pages show; null for now
 * @param now when the page was asked for
 */
public record FrontPage(
        Results<Story> stories,
        Map<String, String> pictures,
        int start,
        @Nullable String next,
        @Nullable Instant at,
        Instant now)
        implements HtmlPage {
    private static final Duration NEW = Duration.ofHours(24);
    private static final String LAST_DAY = "Last 24 hours";
    private static final String UNDATED = "Without a date";
    private static final Comparator<StoryCard> WEIGHTIEST_FIRST =
            Comparator.comparingInt(StoryCard::weight).reversed();

    public FrontPage {
        pictures = Map.copyOf(pictures);
    }

    /** A part of the page. */
    public record Part(String title, List<StoryCard> cards) {}

    /** The parts, the newest first; the order of the stories within them is by weight, then by time. */
    public List<Part> parts() {
        Map<String, List<StoryCard>> byPart = new LinkedHashMap<>();
        for (Story story : stories.items()) {
            byPart.computeIfAbsent(part(story), title -> new ArrayList<>()).add(new StoryCard(story));
        }
        return byPart.entrySet().stream()
                .map(part -> new Part(
                        part.getKey(),
                        part.getValue().stream().sorted(WEIGHTIEST_FIRST).toList()))
                .toList();
    }

    private String part(Story story) {
        Instant last = story.lastPublished();
        if (last == null) {
            return UNDATED;
        }
        if (!last.isBefore(now.minus(NEW)) && !last.isAfter(now.plus(NEW))) {
            return LAST_DAY;
        }
        return DisplayText.weekday(LocalDate.ofInstant(last, ZoneOffset.UTC));
    }

    @Override
    public String template() {
        return "front";
    }
}
