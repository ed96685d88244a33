package io.newsfold.desk.web;

import io.newsfold.contract.Story;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Results;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of stories at {@code /stories}, and a story at {@code /stories/ID}. */
final class StoryEndpoint implements Endpoint {
    /** The names of the parameters of a single story. */
    static final Set<String> CHOICES = Set.of("at", "source", "day", "until");

    private static final String PATH = "/stories";

    private final IndexQueries queries;
    private final PageRenderer pages;
    private final ArticlePictures pictures;
    private final @Nullable Instant at;
    private final Clock clock;

    /** @param at the moment that story pages show where the request names none; null for now */
    StoryEndpoint(
            IndexQueries queries, PageRenderer pages, ArticlePictures pictures, @Nullable Instant at, Clock clock) {
        this.queries = queries;
        this.pages = pages;
        this.pictures = pictures;
        this.at = at;
        this.clock = clock;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        return switch (request.path().size()) {
            case 0, 1 -> list(request);
            case 2 -> story(request);
            default -> throw RequestException.notFound();
        };
    }

    /** Redirects {@code /story/ID} to the story. */
    ResourceResponse redirect(ResourceRequest request) {
        if (request.path().size() != 2) {
            throw RequestException.notFound();
        }
        String id = request.path().get(1);
        return redirect(id, find(id), request);
    }

    private ResourceResponse list(ResourceRequest request) {
        for (String ofOneStory : CHOICES) {
            if (request.value(ofOneStory).isPresent()) {
                throw new RequestException(400, ofOneStory + " is a parameter of a single story, /stories/ID");
            }
        }
        Paging paging = Paging.of(request);
        Results<Story> stories = queries.stories(paging.start(), paging.limit());
        String next = paging.next(PATH, request, stories);
        if (request.representation() == Representation.HTML) {
            return pages.page(new FrontPage(
                    stories, pictures.addresses(stories.items()), paging.start(), next, at, clock.instant()));
        }
        return new Listing<>(
                        "Stories",
                        PATH,
                        RowFormat.STORIES,
                        stories.items(),
                        stories.all(),
                        next,
                        Paging.isAskedBy(request) ? null : queries::forEachStory)
                .as(request.representation());
    }

    private ResourceResponse story(ResourceRequest request) {
        String id = request.path().get(1);
        Story story = find(id);
        if (!story.id().equals(id)) {
            return redirect(id, story, request);
        }
        StoryPage page = page(story, Optional.ofNullable(request.time("at")).orElse(at), choice(request));
        return switch (request.representation()) {
            case HTML -> pages.page(page);
            case JSON -> ResourceResponse.json(200, page.story());
            default ->
                new Listing<>(
                                story.headline(),
                                PATH + "/" + id,
                                RowFormat.ARTICLES,
                                page.story().articles().stream()
                                        .flatMap(m -> Optional.ofNullable(page.article(m.id())).stream())
                                        .toList(),
                                page.story().articles().size(),
                                null,
                                null)
                        .as(request.representation());
        };
    }

    private Story find(String id) {
        return queries.story(id).orElseThrow(() -> new RequestException(404, "there is no story " + id));
    }

    private static StoryPage.Choice choice(ResourceRequest request) {
        return new StoryPage.Choice(request.valueOrNull("source"), day("day", request), day("until", request));
    }

    private static @Nullable LocalDate day(String name, ResourceRequest request) {
        Instant time = request.time(name);
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private StoryPage page(Story story, @Nullable Instant moment, StoryPage.Choice choice) {
        if (moment == null) {
            return StoryPage.now(story, queries, choice, clock.instant());
        }
        return StoryPage.at(moment, story, queries, choice, clock.instant())
                .orElseThrow(
                        () -> new RequestException(404, "nothing of story " + story.id() + " was known at " + moment));
    }

    /** Temporarily where the id is a former one: its article may head a story again. */
    private static ResourceResponse redirect(String id, Story story, ResourceRequest request) {
        return ResourceResponse.redirect(story.id().equals(id) ? 301 : 302, request.addressOf(PATH + "/" + story.id()));
    }
}
