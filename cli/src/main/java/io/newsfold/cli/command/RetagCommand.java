package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.QuietOption;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.RawRedelivery;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold retag}: applies new tables of names to the articles that are already in. */
@Command(
        name = "retag",
        mixinStandardHelpOptions = true,
        description = {
            "Sends all articles of articles.raw to the job once more, which tags them with the gazetteer and the tables of"
                    + " entities that it has now; nothing is fetched.",
            "Restart the job with the new tables first. Articles whose entities change are published again, the others"
                    + " are not. Each is sent once: a run that was stopped goes on where it was."
        })
public final class RetagCommand implements Callable<Integer> {
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/s)?");

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            defaultValue = "200/s",
            description = "send N articles a second, as 50/s (default: ${DEFAULT-VALUE})")
    private String rate;

    @Option(names = "--anew", description = "begin with the first article also where a run was stopped")
    private boolean anew;

    @Mixin
    private QuietOption quiet = new QuietOption();

    @SuppressWarnings("NullAway.Init")
    public RetagCommand() {}

    @Override
    public Integer call() {
        RawRedelivery redelivery = new RawRedelivery(cluster.client(), perSecond());
        try (Cluster kafka = new Cluster(cluster.client())) {
            kafka.require(Topic.RAW);
        }
        RawRedelivery.Report report =
                redelivery.run(anew, () -> !Thread.currentThread().isInterrupted());
        if (report.isResumed()) {
            quiet.report(
                    "went on with a run that was stopped: what it had sent has the tables of then; --anew sends all again");
        }
        System.out.println(report.sent() + " articles sent again; newsfold audit tells when all are tagged");
        return ExitCodes.OK;
    }

    private double perSecond() {
        Matcher number = RATE.matcher(rate);
        if (!number.matches()) {
            throw new IllegalArgumentException("--rate takes a number as 50/s, not " + rate);
        }
        return Double.parseDouble(number.group(1));
    }
}
