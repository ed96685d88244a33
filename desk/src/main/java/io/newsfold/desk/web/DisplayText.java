package io.newsfold.desk.web;

import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.LanguageCode;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values as text for people. Times are in UTC. */
public final class DisplayText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final int MOST_LISTED = 40;

    private DisplayText() {}

    public static String time(Instant time) {
        return TIME.format(time) + " UTC";
    }

    /** The day of a moment in UTC. */
    public static String day(Instant time) {
        return day(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    public static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    /** The first of a long list, at most forty. */
    public static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST_LISTED, all.size()));
    }

    /** Number of those that {@link #first} leaves out. */
    public static int rest(List<?> all) {
        return Math.max(0, all.size() - MOST_LISTED);
    }

    /** With separators of thousands. */
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** As in {@code 1 article}, {@code 2 articles}, {@code 1 story}, {@code 2 stories}. */
    public static String count(long number, String noun) {
        String plural =
                noun.endsWith("y") && !noun.endsWith("ay") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return count(number, noun, plural);
    }

    /** The number with a noun. */
    public static String count(long number, String noun, String plural) {
        return number(number) + " " + (number == 1 ? noun : plural);
    }

    /** The first five of some words. */
    public static String some(List<String> words) {
        return String.join(", ", words.subList(0, Math.min(5, words.size())));
    }

    /** A code for people: lower case, spaces for underlines. */
    public static String words(Object code) {
        return code.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What an article is, behind a dot; empty for a report. */
    public static String kind(CleanArticle article) {
        ArticleKind kind = article.text().kind();
        return kind == null || kind == ArticleKind.REPORT ? "" : " · " + words(kind);
    }

    /** What a day of a story brought: names, then figures. */
    public static String added(Story.Chapter chapter) {
        return Stream.concat(chapter.names().stream(), chapter.figures().stream())
                .collect(Collectors.joining(", "));
    }

    /** The English name of a language. */
    public static String language(String code) {
        return LanguageCode.name(code);
    }

    /** What two stories have in common, as a part of a sentence. */
    public static String evidence(Story.SameEvent link) {
        String names = link.entities().stream().map(Story.Named::name).collect(Collectors.joining(", "));
        return "both name " + names
                + (link.figures().isEmpty() ? "" : "; both give " + String.join(", ", link.figures()));
    }

    public static String source(Story.Member member) {
        return source(member.publisher(), member.url());
    }

    public static String source(CleanArticle article) {
        return source(article.source().publisher(), article.url());
    }

    private static String source(@Nullable String publisher, @Nullable String url) {
        return SourceName.of(publisher, url).orElse("unknown source");
    }

    /** As {@code 3 sources}; where nobody is known, that. */
    public static String sources(Story story) {
        return story.sources().isEmpty()
                ? "an unknown source"
                : count(story.sources().size(), "source");
    }

    /** Whether the first time of a story is one of publication. */
    public static boolean firstHasDate(Story story) {
        return story.articles().isEmpty() || story.articles().get(0).hasDate();
    }

    /** Whether the last time of a story is one of publication. */
    public static boolean lastHasDate(Story story) {
        int last = story.articles().size() - 1;
        return last < 0 || story.articles().get(last).hasDate();
    }

    /** Whether an address is safe in a link. */
    public static boolean isWeb(@Nullable String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://"));
    }
}
