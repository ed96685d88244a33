package io.newsfold.desk.web;

import static java.util.stream.Collectors.toMap;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Story;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.DeliveryOutcome;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Throughput;
import io.newsfold.desk.web.ResourceRequest.Mistake;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that can be got: each resource in each shape that it has. A pure function of the view and what is asked. */
final class ResourceEndpoints {
    private static final int PAGE = 30;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_REACH = 10_000;

    private final IndexQueries newsroom;
    private final Pages pages;
    private final @Nullable Instant at;
    private final Throughput throughput;
    private final Supplier<SortedMap<String, Long>> lag;
    private final IntSupplier streams;

    /**
     * @param at the moment at which stories are looked at where none is asked for; null for now
     * @param lag records that wait before the job, by topic
     * @param streams how many clients listen for changes
     */
    ResourceEndpoints(
            IndexQueries newsroom,
            Pages pages,
            @Nullable Instant at,
            Throughput throughput,
            Supplier<SortedMap<String, Long>> lag,
            IntSupplier streams) {
        this.newsroom = newsroom;
        this.pages = pages;
        this.at = at;
        this.throughput = throughput;
        this.lag = lag;
        this.streams = streams;
    }

    /** @throws Mistake where the client asks for what cannot be */
    ResourceResponse get(ResourceRequest ask) {
        List<String> path = ask.path();
        String first = path.isEmpty() ? "stories" : path.get(0);
        return switch (path.size()) {
            case 0 -> stories(ask);
            case 1 ->
                switch (first) {
                    case "stories" -> stories(ask);
                    case "articles", "search" -> search(ask, first);
                    case "accounts" -> accounts(ask);
                    case "rejected" -> rejected(ask);
                    default -> throw nothing();
                };
            case 2 ->
                switch (first) {
                    case "story", "stories" -> story(path.get(1), ask, first);
                    case "articles" -> article(path.get(1), ask);
                    case "entities" -> entity(path.get(1), ask);
                    default -> throw nothing();
                };
            case 3 ->
                switch (first) {
                    case "fates" -> fate(path.get(1), path.get(2));
                    case "articles" -> path.get(2).equals("fate") ? fates(path.get(1)) : fail();
                    default -> throw nothing();
                };
            default -> throw nothing();
        };
    }

    private static ResourceResponse fail() {
        throw nothing();
    }

    private static Mistake nothing() {
        return new Mistake(404, "there is nothing at this address");
    }

    private ResourceResponse stories(ResourceRequest ask) {
        int from = from(ask);
        IndexQueries.Some<Story> stories = newsroom.stories(from, rows(ask));
        String next = next("/stories", ask, from, stories);
        if (ask.shape() != Representation.HTML) {
            return new Listing<>(
                            "Stories",
                            "/stories",
                            Listing.STORIES,
                            stories.items(),
                            stories.all(),
                            following("/stories", ask, from, stories))
                    .as(ask.shape());
        }
        return pages.page(200, "front", values("stories", stories, "from", from, "next", next, "at", at));
    }

    private ResourceResponse search(ResourceRequest ask, String path) {
        ArticleQuery search;
        IndexQueries.Some<EnrichedArticle> found;
        int from = from(ask);
        try {
            search = new ArticleQuery(
                    ask.value("q").orElse(""),
                    ask.time("from"),
                    ask.time("to"),
                    ask.orNull("publisher"),
                    ask.orNull("language"),
                    ask.orNull("entity"),
                    ask.orNull("flag"));
            found = newsroom.search(search, from, rows(ask));
        } catch (IllegalArgumentException e) {
            throw new Mistake(400, String.valueOf(e.getMessage()));
        }
        if (ask.shape() != Representation.HTML) {
            return new Listing<>(
                            "Articles",
                            "/" + path,
                            Listing.ARTICLES,
                            found.items(),
                            found.all(),
                            following("/" + path, ask, from, found))
                    .as(ask.shape());
        }
        return pages.page(
                200,
                "search",
                values(
                        "found", found,
                        "query", ask.query(),
                        "address", address("/search", ask.query()),
                        "days", newsroom.days(search),
                        "next", next("/search", ask, from, found)));
    }

    private ResourceResponse story(String id, ResourceRequest ask, String path) {
        Story story = newsroom.story(id).orElseThrow(() -> new Mistake(404, "there is no story " + id));
        if (!story.id().equals(id) || path.equals("story")) {
            return ResourceResponse.movedTo(
                    story.id().equals(id) ? 301 : 302, // a former id may come to stand elsewhere again
                    address("/stories/" + story.id() + ending(ask.shape()), ask.query()));
        }
        Instant moment = Optional.ofNullable(ask.time("at")).orElse(at);
        StoryPage page = moment == null
                ? StoryPage.now(story, newsroom)
                : StoryPage.at(moment, story, newsroom)
                        .orElseThrow(() -> new Mistake(404, "nothing of story " + id + " was known at " + moment));
        return switch (ask.shape()) {
            case HTML -> pages.page(200, "story", values("page", page));
            case JSON -> ResourceResponse.json(200, page.story());
            default ->
                new Listing<>(
                                story.headline(),
                                "/stories/" + id,
                                Listing.ARTICLES,
                                page.story().articles().stream()
                                        .flatMap(m -> Optional.ofNullable(page.article(m.id())).stream())
                                        .toList(),
                                page.story().articles().size(),
                                null)
                        .as(ask.shape());
        };
    }

    private ResourceResponse article(String id, ResourceRequest ask) {
        EnrichedArticle article = newsroom.article(id).orElseThrow(() -> new Mistake(404, "there is no article " + id));
        return switch (ask.shape()) {
            case HTML -> pages.page(200, "article", values("page", ArticlePage.of(article, newsroom)));
            case JSON -> ResourceResponse.json(200, article);
            default ->
                new Listing<>(
                                article.article().text().headline(),
                                "/articles/" + id,
                                Listing.ARTICLES,
                                List.of(article),
                                1,
                                null)
                        .as(ask.shape());
        };
    }

    private ResourceResponse entity(String id, ResourceRequest ask) {
        ArticleQuery naming = ArticleQuery.naming(id);
        IndexQueries.Some<EnrichedArticle> found = newsroom.search(naming, from(ask), Math.max(rows(ask), 100));
        if (found.items().isEmpty()) {
            throw new Mistake(404, "no article names " + id);
        }
        EntityPage page = EntityPage.of(id, found, newsroom.days(naming));
        return switch (ask.shape()) {
            case HTML -> pages.page(200, "entity", values("page", page));
            case JSON -> ResourceResponse.json(200, page);
            default ->
                new Listing<>(page.name(), "/entities/" + id, Listing.ARTICLES, found.items(), found.all(), null)
                        .as(ask.shape());
        };
    }

    private ResourceResponse accounts(ResourceRequest ask) {
        Map<String, Long> fates = newsroom.fates().entrySet().stream()
                .collect(toMap(e -> name(e.getKey()), Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        OutcomesPage page = new OutcomesPage(
                fates,
                newsroom.stories(0, 1).all(),
                newsroom.search(ArticleQuery.ALL, 0, 1).all(),
                lag.get(),
                throughput.ofLast(1),
                throughput.ofLast(60),
                streams.getAsInt(),
                newsroom.reasons(),
                newsroom.rejections(0, 50).items(),
                newsroom.sources(),
                mostFirst(newsroom.publishers(ArticleQuery.ALL)));
        return switch (ask.shape()) {
            case HTML -> pages.page(200, "accounts", values("page", page));
            case JSON -> ResourceResponse.json(200, page);
            case CSV -> ResourceResponse.ok(Representation.CSV, csv(fates));
            default -> throw new Mistake(406, "the accounts are to be had as HTML, JSON and CSV");
        };
    }

    private static Map<String, Long> mostFirst(SortedMap<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(100)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static byte[] csv(Map<String, Long> fates) {
        Csv csv = new Csv().row(List.of("fate", "inputs"));
        fates.forEach((fate, count) -> csv.row(List.of(fate, count.toString())));
        return csv.bytes();
    }

    private ResourceResponse rejected(ResourceRequest ask) {
        IndexQueries.Some<Rejection> found = newsroom.rejections(from(ask), rows(ask));
        return switch (ask.shape()) {
            case HTML -> ResourceResponse.movedTo(303, "/accounts#rejected");
            case JSON -> ResourceResponse.json(200, found);
            case CSV -> {
                Csv csv = new Csv().row(List.of("key", "stage", "reason", "message", "raw", "fetched", "origin"));
                found.items()
                        .forEach(r -> csv.row(List.of(
                                r.key(),
                                r.stage(),
                                r.reason().name().toLowerCase(Locale.ROOT),
                                r.message(),
                                r.raw().toString(),
                                r.fetched().toString(),
                                r.origin())));
                yield ResourceResponse.ok(Representation.CSV, csv.bytes());
            }
            default -> throw new Mistake(406, "rejections are to be had as JSON and CSV");
        };
    }

    /** Of one raw record. */
    private ResourceResponse fate(String partition, String offset) {
        if (!partition.matches("\\d{1,5}") || !offset.matches("\\d{1,18}")) {
            throw new Mistake(400, "a fate is at /fates/PARTITION/OFFSET, both numbers");
        }
        DeliveryOutcome fate = newsroom.fate(Integer.parseInt(partition), Long.parseLong(offset));
        return ResourceResponse.json(200, fate);
    }

    /** Of all deliveries of an article. */
    private ResourceResponse fates(String article) {
        var receipts = newsroom.receipts(article);
        if (receipts.isEmpty()) {
            throw new Mistake(404, "nothing was delivered of article " + article + ", or it is still on its way");
        }
        TreeMap<String, String> fates = new TreeMap<>();
        io.newsfold.contract.Outcomes.of(receipts).forEach((raw, fate) -> fates.put(raw.toString(), name(fate)));
        return ResourceResponse.json(200, fates);
    }

    private static String name(Outcome fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    private static int from(ResourceRequest ask) {
        return ask.number("start", 0, 0, MOST_REACH);
    }

    private static int rows(ResourceRequest ask) {
        return ask.number("limit", PAGE, 1, MOST_ROWS);
    }

    /** Address of the page after this one, null at the end. */
    private static @Nullable String next(String path, ResourceRequest ask, int from, IndexQueries.Some<?> some) {
        int next = from + some.items().size();
        if (next >= some.all() || next > MOST_REACH || some.items().isEmpty()) {
            return null;
        }
        Map<String, String> query = new TreeMap<>(ask.query());
        query.put("start", Integer.toString(next));
        return address(path, query);
    }

    private static @Nullable String following(String path, ResourceRequest ask, int from, IndexQueries.Some<?> some) {
        return next(path + ending(ask.shape()), ask, from, some);
    }

    private static String ending(Representation shape) {
        return shape == Representation.HTML ? "" : "." + shape.suffix();
    }

    /** An address with its query, escaped. */
    static String address(String path, Map<String, String> query) {
        return path
                + (query.isEmpty() ? "" : "?")
                + new TreeMap<>(query)
                        .entrySet().stream()
                                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Names and values in turn; a value may be null. */
    private static Map<String, Object> values(@Nullable Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return values;
    }
}
