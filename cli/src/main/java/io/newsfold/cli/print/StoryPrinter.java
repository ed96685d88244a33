package io.newsfold.cli.print;

import io.newsfold.contract.LanguageCode;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Attribution;
import io.newsfold.contract.Story.Member;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints stories for people: headline, sources, time span, and the tree of articles. */
public final class StoryPrinter {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final PrintStream out;

    public StoryPrinter(PrintStream out) {
        this.out = out;
    }

    /** The largest first; of two of one size the earlier first. */
    public static List<Story> largestFirst(List<Story> stories) {
        List<Story> sorted = new ArrayList<>(stories);
        sorted.sort(Comparator.comparingInt((Story s) -> -s.articles().size())
                .thenComparing(Story::first)
                .thenComparing(Story::id));
        return sorted;
    }

    /** Prints the largest first. */
    public void print(List<Story> stories) {
        largestFirst(stories).forEach(this::print);
    }

    public void print(Story story) {
        int articles = story.articles().size();
        int sources = story.sources().size();
        out.println(story.headline());
        out.println("  " + count(articles, "article") + ", " + count(sources, "source") + " · " + span(story)
                + " · story " + story.id());
        Map<@Nullable String, List<Member>> children = new LinkedHashMap<>();
        story.articles()
                .forEach(m -> children.computeIfAbsent(m.parent(), p -> new ArrayList<>())
                        .add(m));
        for (Member first : children.getOrDefault(null, List.of())) {
            branch(first, children, "  ", "  ");
        }
        story.sameEvent()
                .forEach(link -> out.println("  ~ " + LanguageCode.name(link.inLanguage()) + ": " + link.headline()
                        + " · story " + link.story()));
        out.println();
    }

    private void branch(Member member, Map<@Nullable String, List<Member>> children, String head, String tail) {
        String mark = member.relation() == Relation.COPY ? "= " : "";
        String publisher = SourceName.of(member.publisher(), member.url()).orElse("unknown source");
        String credits = member.credits().isEmpty()
                ? ""
                : " (credits "
                        + member.credits().stream().map(Attribution::name).collect(Collectors.joining(", ")) + ")";
        out.println(head + mark + time(member.time(), member.hasDate()) + "  " + publisher + ": " + member.headline()
                + credits);
        List<Member> below = children.getOrDefault(member.id(), List.of());
        for (int i = 0; i < below.size(); i++) {
            boolean last = i == below.size() - 1;
            branch(below.get(i), children, tail + (last ? "└ " : "├ "), tail + (last ? "  " : "│ "));
        }
    }

    private static String span(Story story) {
        List<Member> articles = story.articles();
        String first = time(story.first(), articles.get(0).hasDate());
        return story.first().equals(story.last())
                ? first
                : first + " to "
                        + time(story.last(), articles.get(articles.size() - 1).hasDate());
    }

    /** @param isPublication whether the time is that of publication, or of the first fetch */
    private static String time(Instant time, boolean isPublication) {
        return (isPublication ? "" : "fetched ") + MINUTE.format(time);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
