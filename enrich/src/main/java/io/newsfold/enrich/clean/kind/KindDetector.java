package io.newsfold.enrich.clean.kind;

import io.newsfold.contract.ArticleKind;
import io.newsfold.enrich.clean.field.Confidence;
import io.newsfold.enrich.clean.field.FieldCandidates;
import io.newsfold.enrich.clean.input.LiteralFilter.Subject;
import io.newsfold.enrich.clean.kind.KindPhrase.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the kind of an article by what is said of it and by its form. A pure function. */
public final class KindDetector {
    /** Types of schema.org by the kind that they say. */
    private static final Map<String, ArticleKind> TYPES = Map.of(
            "LiveBlogPosting", ArticleKind.LIVE,
            "OpinionNewsArticle", ArticleKind.OPINION,
            "ReviewNewsArticle", ArticleKind.OPINION,
            "ReportageNewsArticle", ArticleKind.REPORT,
            "AskPublicNewsArticle", ArticleKind.REPORT,
            "BackgroundNewsArticle", ArticleKind.REPORT);

    private static final int PARAGRAPHS_OF_END = 3;

    // questions and answers in turn
    private static final Pattern QUESTION = Pattern.compile("[?？؟][^\\p{L}\\p{N}]*$");
    private static final int LONGEST_QUESTION = 400; // chars
    private static final int LEAST_QUESTIONS = 5;
    private static final double SHARE_OF_QUESTIONS = 0.3;

    // entries with their times
    private static final Pattern TIME = Pattern.compile(
            "^[^\\p{L}\\p{N}]*(?:(?:[01]?\\d|2[0-3])(?:[:h]|\\.(?=\\d\\d (?:Uhr|h)\\b))[0-5]\\d(?![\\d.,])|\\d{1,2} ?[ap]\\.?m\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final int LEAST_ENTRIES = 4;
    private static final double SHARE_OF_ENTRIES = 0.3;

    // one item after the other, numbered from 1, on one thing each
    private static final Pattern NUMBERED =
            Pattern.compile("^[^\\p{L}\\p{N}]*(?:No\\.? ?)?([0-9٠-٩۰-۹०-९]{1,2})[.):、]\\s*\\S");
    private static final int LEAST_ITEMS = 4;
    private static final Pattern CAPITALIZED = Pattern.compile("(?<=[\\p{L},;] )\\p{Lu}\\p{L}{2,}");
    private static final double SHARE_OF_ITEMS = 0.5;

    private KindDetector() {}

    /**
     * What the kind of an article is told by.
     *
     * @param address null where there is none
     * @param section null where the page names none
     * @param types types of schema.org that the page gives its article
     * @param language BCP 47
     * @param isHeadlineOnly whether there is no text
     * @param paragraphs of the text
     */
    public record Article(
            @Nullable String address,
            @Nullable String section,
            List<String> types,
            String headline,
            String language,
            boolean isHeadlineOnly,
            List<String> paragraphs) {
        public Article {
            types = List.copyOf(types);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** The kinds that something speaks for; a report where nothing does. */
    public static FieldCandidates<ArticleKind> kinds(Article article) {
        FieldCandidates<ArticleKind> kinds = FieldCandidates.none();
        if (article.isHeadlineOnly()) {
            kinds = kinds.with(ArticleKind.HEADLINE_ONLY, "no text", Confidence.KIND_WITHOUT_TEXT);
        }
        for (String type : article.types()) {
            ArticleKind kind = TYPES.get(type);
            kinds = kind == null ? kinds : kinds.with(kind, "json-ld " + type, Confidence.KIND_DECLARED);
        }
        kinds = said(kinds, article);
        kinds = byForm(kinds, article.paragraphs());
        return kinds.best().isPresent()
                ? kinds
                : kinds.with(ArticleKind.REPORT, "nothing else", Confidence.KIND_NOT_TOLD);
    }

    private static FieldCandidates<ArticleKind> said(FieldCandidates<ArticleKind> before, Article article) {
        FieldCandidates<ArticleKind> kinds = before;
        kinds = with(kinds, Place.HEADLINE, article, article.headline(), Confidence.KIND_IN_HEADLINE);
        if (article.section() != null) {
            kinds = with(kinds, Place.SECTION, article, article.section(), Confidence.KIND_IN_SECTION);
        }
        for (String part : folders(article.address())) {
            kinds = with(kinds, Place.ADDRESS, article, part, Confidence.KIND_IN_ADDRESS);
        }
        List<String> paragraphs = article.paragraphs();
        for (String paragraph :
                paragraphs.subList(Math.max(0, paragraphs.size() - PARAGRAPHS_OF_END), paragraphs.size())) {
            kinds = with(kinds, Place.END, article, paragraph, Confidence.KIND_AT_END);
        }
        return kinds;
    }

    private static FieldCandidates<ArticleKind> with(
            FieldCandidates<ArticleKind> before, Place place, Article article, String text, Confidence confidence) {
        List<KindPhrase> phrases = KindPhrase.of(place, article.language()).toList();
        if (phrases.isEmpty()) {
            return before;
        }
        FieldCandidates<ArticleKind> kinds = before;
        Subject plain = KindPhrase.plain(text, article.language());
        for (KindPhrase phrase : phrases) {
            if (phrase.isIn(plain)) {
                kinds = kinds.with(phrase.kind(), place.description(), confidence);
            }
        }
        return kinds;
    }

    /** The parts of an address's path but the last, which is the article's own. */
    private static List<String> folders(@Nullable String address) {
        if (address == null || !address.contains("://")) {
            return List.of();
        }
        String path = address.substring(address.indexOf("://") + 3).split("[?#]", 2)[0];
        List<String> parts = List.of(path.split("/"));
        return parts.size() < 3 ? List.of() : parts.subList(1, parts.size() - 1);
    }

    private static FieldCandidates<ArticleKind> byForm(FieldCandidates<ArticleKind> before, List<String> paragraphs) {
        FieldCandidates<ArticleKind> kinds = before;
        if (areQuestionsAndAnswers(paragraphs)) {
            kinds = kinds.with(ArticleKind.INTERVIEW, "questions and answers", Confidence.KIND_BY_FORM);
        }
        if (areEntriesWithTimes(paragraphs)) {
            kinds = kinds.with(ArticleKind.LIVE, "entries with times", Confidence.KIND_BY_FORM);
        }
        if (areItemsOnManyThings(paragraphs)) {
            kinds = kinds.with(ArticleKind.ROUNDUP, "numbered items", Confidence.KIND_BY_FORM);
        }
        return kinds;
    }

    /** Whether short paragraphs that ask and others that do not take turns. */
    private static boolean areQuestionsAndAnswers(List<String> paragraphs) {
        int turns = 0;
        for (int i = 0; i + 1 < paragraphs.size(); i++) {
            turns += isQuestion(paragraphs.get(i)) && !isQuestion(paragraphs.get(i + 1)) ? 1 : 0;
        }
        return turns >= LEAST_QUESTIONS && turns >= SHARE_OF_QUESTIONS * paragraphs.size();
    }

    private static boolean isQuestion(String paragraph) {
        return paragraph.length() <= LONGEST_QUESTION
                && QUESTION.matcher(paragraph).find();
    }

    private static boolean areEntriesWithTimes(List<String> paragraphs) {
        Set<String> times = new HashSet<>();
        for (String paragraph : paragraphs) {
            Matcher time = TIME.matcher(paragraph);
            if (time.find()) {
                times.add(time.group());
            }
        }
        return times.size() >= LEAST_ENTRIES && times.size() >= SHARE_OF_ENTRIES * paragraphs.size();
    }

    /**
     * Whether there are numbered items, most with a name, and no name stands in more than half of them: else they tell of
     * one event, or nothing shows of how many.
     */
    private static boolean areItemsOnManyThings(List<String> paragraphs) {
        List<Set<String>> names = new ArrayList<>();
        for (String paragraph : paragraphs) {
            Matcher number = NUMBERED.matcher(paragraph);
            if (number.find() && Integer.parseInt(number.group(1)) == names.size() + 1) {
                names.add(new HashSet<>());
            }
            if (!names.isEmpty()) {
                CAPITALIZED
                        .matcher(paragraph)
                        .results()
                        .forEach(name -> names.get(names.size() - 1).add(name.group()));
            }
        }
        Map<String, Long> items = names.stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long withNames = names.stream().filter(item -> !item.isEmpty()).count();
        return names.size() >= LEAST_ITEMS
                && withNames > SHARE_OF_ITEMS * names.size()
                && items.values().stream().allMatch(count -> count <= SHARE_OF_ITEMS * names.size());
    }
}
