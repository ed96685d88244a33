package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.JsonOption;
import io.newsfold.cli.option.StoryFilter;
import io.newsfold.cli.print.StoryPrinter;
import io.newsfold.cli.topic.CurrentArticles;
import io.newsfold.cli.topic.CurrentStories;
import io.newsfold.contract.Json;
import io.newsfold.contract.Story;
import io.newsfold.ingest.source.InputException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsfold stories}: prints the current stories. */
@Command(
        name = "stories",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the current stories: headline, sources, and the tree of articles (= marks a copy).",
            "--since leaves out stories in which no article has a date."
        })
public final class StoriesCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private StoryFilter filter = new StoryFilter();

    @Mixin
    private JsonOption json = new JsonOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "ID|URL",
            description = "print only this story: its id, a former id, or any of its articles")
    private @Nullable String only;

    @Override
    public Integer call() {
        filter.check();
        Properties client = cluster.client();
        List<Story> all = CurrentStories.read(client);
        List<Story> stories = filter.apply(StoryPrinter.largestFirst(all));
        if (only != null) {
            stories = List.of(CurrentStories.find(CurrentArticles.id(only), all, client)
                    .orElseThrow(() -> new InputException("there is no story of " + only)));
        }
        if (stories.isEmpty()) {
            System.err.println(
                    all.isEmpty()
                            ? "newsfold: there is no story yet"
                            : "newsfold: no story is as the options ask" + filter.suggestion());
        }
        if (json.isJson()) {
            stories.forEach(story -> System.out.println(Json.text(story)));
        } else {
            new StoryPrinter(System.out).print(stories);
        }
        return ExitCodes.OK;
    }
}
