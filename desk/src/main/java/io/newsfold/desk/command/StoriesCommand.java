package io.newsfold.desk.command;

import io.newsfold.contract.Json;
import io.newsfold.contract.Story;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold stories}: the stories as they stand. */
@Command(
        name = "stories",
        mixinStandardHelpOptions = true,
        description = "Prints the stories as they stand: headline, sources, and who is based on whom (= marks a copy).")
public final class StoriesCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Override
    public Integer call() {
        List<Story> stories = Stories.read(cluster.client());
        if (json) {
            stories.forEach(story -> System.out.println(Json.text(story)));
        } else {
            new StoryPrinter(System.out).print(stories);
        }
        return ExitCodes.OK;
    }
}
