package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.print.Explanation;
import io.newsfold.cli.topic.CurrentArticles;
import io.newsfold.cli.topic.CurrentOverrides;
import io.newsfold.cli.topic.CurrentStories;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.LineageOverride;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsfold explain}: the evidence for an article's story, or for the relation of two articles. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Explains why an article is in its story and on which article it is based; for two articles, prints"
                        + " every feature and explains why they are in one story, or not.")
public final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(index = "0", paramLabel = "A", description = "address or id of an article")
    private String one;

    @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "address or id of another")
    private @Nullable String other;

    @SuppressWarnings("NullAway.Init")
    public ExplainCommand() {}

    @Override
    public Integer call() {
        Properties client = cluster.client();
        CurrentArticles articles = CurrentArticles.read(client);
        List<LineageOverride> overrides = CurrentOverrides.read(client);
        EnrichedArticle a = articles.get(one);
        Explanation explanation = new Explanation(System.out, articles, CurrentStories.read(client), overrides);
        if (other == null) {
            explanation.print(a);
        } else {
            explanation.print(a, articles.get(other));
        }
        return ExitCodes.OK;
    }
}
