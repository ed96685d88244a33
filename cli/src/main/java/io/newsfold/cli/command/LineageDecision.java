package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.print.OverrideSentence;
import io.newsfold.cli.print.TerminalText;
import io.newsfold.cli.topic.CurrentArticles;
import io.newsfold.cli.topic.CurrentOverrides;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.OverrideProducer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person's decision on two articles: its options, and how it is published or listed. */
final class LineageDecision {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "A", description = "address or id of an article")
    private @Nullable String one;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "address or id of another; the articles may arrive later")
    private @Nullable String other;

    @Option(names = "--list", description = "print the decisions in force, and those that wait for an article")
    private boolean list;

    @Option(names = "--copy", description = "decide on copies, not on the story")
    private boolean copy;

    @Option(names = "--forget", description = "take back the decision")
    private boolean forget;

    @Option(names = "--by", paramLabel = "NAME", description = "name of the person who decides")
    private @Nullable String by;

    @Option(names = "--why", paramLabel = "REASON", description = "reason of the decision, for those who read it later")
    private @Nullable String why;

    LineageDecision() {}

    /**
     * Publishes the decision, or lists those in force.
     *
     * @param is whether the two articles are one story, or copies of each other
     */
    int decide(boolean is) throws InterruptedException {
        if (list) {
            return list();
        }
        if (one == null || other == null) {
            throw new IllegalArgumentException("two articles are needed, by address or id");
        }
        String a = CurrentArticles.id(one);
        String b = CurrentArticles.id(other);
        if (a.equals(b)) {
            throw new InputException(one + " and " + other + " are the same article");
        }
        Matter about = copy ? Matter.COPY : Matter.STORY;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LineageOverride override =
                LineageOverride.of(a, b, about, forget ? null : is, now, by).because(why);
        Properties client = cluster.client();
        boolean decided = CurrentOverrides.read(client).stream()
                .anyMatch(current -> current.key().equals(override.key()));
        if (forget && !decided) {
            throw new InputException("there is no decision on " + one + " and " + other
                    + (copy ? " as copies" : " as one story") + " (newsfold link --list)");
        }
        OverrideProducer.publish(override, client);
        CurrentArticles articles = CurrentArticles.read(client);
        System.out.println(
                forget
                        ? "taken back: the decision on " + a + " and " + b
                        : OverrideSentence.of(override, id -> name(id, articles)));
        if (!forget) {
            reportPending(List.of(one, other), articles);
            if (isWithoutEffect(override, articles)) {
                System.err.println("newsfold: without effect: the articles are in two languages, and a story has one");
            }
        }
        return ExitCodes.OK;
    }

    /** Names the articles that the decision waits for. */
    private static void reportPending(List<String> names, CurrentArticles articles) {
        names.stream()
                .filter(name -> articles.find(CurrentArticles.id(name)).isEmpty())
                .forEach(name -> System.err.println("newsfold: pending: there is no article " + name
                        + " yet; the decision takes effect when it arrives (newsfold link --list)"));
    }

    /** Whether two articles that are here shall be together and cannot be. */
    private static boolean isWithoutEffect(LineageOverride override, CurrentArticles articles) {
        Optional<String> a = articles.find(override.a()).map(LineageDecision::language);
        Optional<String> b = articles.find(override.b()).map(LineageDecision::language);
        return Boolean.TRUE.equals(override.is()) && a.isPresent() && b.isPresent() && !a.equals(b);
    }

    /** The id of an article, and its headline where it has arrived. */
    private static String name(String id, CurrentArticles articles) {
        return articles.find(id)
                .map(article ->
                        id + " (" + TerminalText.line(article.article().text().headline()) + ")")
                .orElse(id);
    }

    private static String language(EnrichedArticle article) {
        return article.article().text().inLanguage();
    }

    /** Prints the decisions in force, and which of them wait for an article or can have no effect. */
    private int list() {
        Properties client = cluster.client();
        CurrentArticles articles = CurrentArticles.read(client);
        List<LineageOverride> overrides = CurrentOverrides.read(client);
        if (overrides.isEmpty()) {
            System.err.println("newsfold: there is no decision");
        }
        for (LineageOverride override : overrides) {
            boolean pending = articles.find(override.a()).isEmpty()
                    || articles.find(override.b()).isEmpty();
            String state = isWithoutEffect(override, articles) ? "no effect " : "in force  ";
            System.out.println(
                    (pending ? "pending   " : state) + OverrideSentence.of(override, id -> name(id, articles)));
        }
        return ExitCodes.OK;
    }
}
