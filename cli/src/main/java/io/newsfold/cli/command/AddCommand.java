package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.FieldsOption;
import io.newsfold.cli.option.InputPath;
import io.newsfold.cli.print.DeliverySummary;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.CurrentVersion;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SetAside;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FileFeed;
import io.newsfold.ingest.source.InputException;
import io.newsfold.ingest.source.PostedArticles;
import io.newsfold.kafka.TopicReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsfold add}: sends one article, or the articles of one file; prints the outcome and the story of each. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Adds the article or articles of a file to a running pipeline; prints outcome and story of each.")
public final class AddCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private FieldsOption fields = new FieldsOption();

    @Parameters(
            arity = "0..1",
            defaultValue = "-",
            paramLabel = "FILE|-",
            description = "page, text, JSON or table of articles; - reads standard input")
    private String file;

    private boolean several;

    @SuppressWarnings("NullAway.Init")
    public AddCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Delivery> deliveries = deliveries();
        several = deliveries.size() > 1;
        Properties client = cluster.client();
        DeliverySummary summary = new DeliverySummary();
        int code = ExitCodes.OK;
        for (Delivery delivery : deliveries) {
            summary.add(delivery);
            code = Math.max(code, add(delivery, client));
        }
        if (deliveries.isEmpty()) {
            throw new InputException("there is no article in " + file);
        }
        if (several) {
            summary.refusedLines().forEach(line -> System.err.println("newsfold: " + line));
            summary.lines("").forEach(line -> System.err.println("newsfold: " + line));
        }
        return code;
    }

    private List<Delivery> deliveries() throws IOException {
        if (file.equals("-")) {
            byte[] body = standardInput();
            if (body.length > Limits.BODY_BYTES) {
                throw new InputException("standard input is larger than " + Limits.BODY_BYTES + " bytes");
            }
            if (body.length == 0) {
                throw new InputException("standard input is empty: there is no article");
            }
            return PostedArticles.untyped(
                    body, Instant.now().truncatedTo(ChronoUnit.MILLIS), "stdin", fields.mapping());
        }
        InputPath.check(Path.of(file));
        return new FileFeed(List.of(Path.of(file)), System.err::println, fields.mapping()).all();
    }

    private static byte[] standardInput() {
        try {
            return System.in.readNBytes(Limits.BODY_BYTES + 1);
        } catch (IOException e) {
            throw new InputException("cannot read standard input: " + e.getMessage(), e);
        }
    }

    private int add(Delivery delivery, Properties client) throws InterruptedException {
        if (delivery.refusal() != null) {
            send(delivery, client);
            System.out.println("rejected: " + delivery.doubt());
            return ExitCodes.SOME_REJECTED;
        }
        try (TopicReader outcomes = TopicReader.fromEnd(client, Topic.RECEIPTS, Topic.REJECTED);
                TopicReader articles = TopicReader.fromBeginning(client, Topic.ENRICHED)) {
            Coordinates at = send(delivery, client);
            OutcomeListener listener = new OutcomeListener(at);
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            outcomes.follow(
                    () -> listener.isOpen() && System.nanoTime() < deadline,
                    entry -> listener.accept(entry.topic(), entry.value()));
            if (listener.rejection != null) {
                System.out.println(
                        "rejected: " + listener.rejection.reason().name().toLowerCase(Locale.ROOT) + ", "
                                + listener.rejection.message());
                return ExitCodes.SOME_REJECTED;
            }
            if (listener.receipt == null) {
                System.out.println(
                        "sent as " + at + "; no outcome within " + TIMEOUT.toSeconds() + " s: is the job running?");
                return ExitCodes.OK;
            }
            return print(listener.receipt, client, articles, deadline) ? ExitCodes.OK : ExitCodes.SOME_REJECTED;
        }
    }

    private static Coordinates send(Delivery delivery, Properties client) throws InterruptedException {
        try (RawProducer producer = new RawProducer(client)) {
            RecordMetadata metadata = producer.send(delivery).get();
            return new Coordinates(metadata.topic(), metadata.partition(), metadata.offset());
        } catch (ExecutionException e) {
            throw new KafkaException("the article could not be published", e.getCause());
        }
    }

    /** @return whether the text counts; a withdrawal does */
    private boolean print(Receipt receipt, Properties client, TopicReader articles, long deadline) {
        List<Receipt> receipts = receipts(receipt.id(), client);
        Outcome outcome = Outcomes.of(receipts).getOrDefault(receipt.raw(), Outcome.PENDING);
        if (receipt.version() == null) {
            return printWithdrawal(receipt, receipts);
        }
        if (outcome == Outcome.WITHDRAWN) {
            System.out.println(withdrawnBefore(receipt, receipts));
            return false;
        }
        ArticleListener listener = new ArticleListener(receipt.id(), String.valueOf(receipt.version()));
        articles.readToEnd(entry -> listener.accept(entry.key(), entry.value()));
        articles.follow(
                () -> listener.isOpen() && System.nanoTime() < deadline,
                entry -> listener.accept(entry.key(), entry.value()));
        EnrichedArticle article = listener.article;
        if (article == null) {
            System.out.println("accepted as article " + receipt.id() + "; it is not in a story yet");
            return true;
        }
        System.out.println(sentence(outcome, Outcomes.setAside(receipts).get(receipt.raw())) + ": article "
                + receipt.id() + ", " + article.article().text().headline());
        var place = article.place();
        String relation = place.lineage().relation().name().toLowerCase(Locale.ROOT);
        System.out.println(relation
                + (place.lineage().parent() == null
                        ? ""
                        : " of " + place.lineage().parent()) + " in story "
                + place.story().id() + ", " + place.story().headline());
        return true;
    }

    private static List<Receipt> receipts(String id, Properties client) {
        List<Receipt> receipts = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RECEIPTS)) {
            reader.readToEnd(entry -> {
                if (id.equals(entry.key())) {
                    receipts.add(Json.read(entry.value(), Receipt.class));
                }
            });
        }
        return receipts;
    }

    private static String sentence(Outcome outcome, @Nullable SetAside why) {
        return switch (outcome) {
            case UNCHANGED -> "unchanged, this text was delivered before";
            case SUPERSEDED -> "superseded by a text that was fetched later";
            case SET_ASIDE -> "set aside" + (why == null ? "" : ", " + why.meaning());
            default -> outcome.name().toLowerCase(Locale.ROOT);
        };
    }

    /** @return whether there was a text and none of it is left */
    private static boolean printWithdrawal(Receipt receipt, List<Receipt> receipts) {
        Optional<Instant> later = receipts.stream()
                .filter(other -> other.version() != null)
                .map(Receipt::fetched)
                .filter(fetched -> !CurrentVersion.isWithdrawn(fetched, receipt.fetched()))
                .max(Comparator.naturalOrder());
        boolean isKnown = receipts.stream().anyMatch(other -> other.version() != null);
        if (later.isPresent()) {
            System.out.println("without effect: article " + receipt.id() + " has a text that was fetched at "
                    + later.get() + ", after this withdrawal (" + receipt.fetched() + "), and stays");
        } else if (isKnown) {
            System.out.println("withdrawn: article " + receipt.id());
        } else {
            System.out.println(
                    "no text of article " + receipt.id() + " was ever delivered: one that was fetched before "
                            + receipt.fetched() + " will not be published");
        }
        return isKnown && later.isEmpty();
    }

    /** Of a text that an earlier withdrawal holds for. */
    private String withdrawnBefore(Receipt receipt, List<Receipt> receipts) {
        boolean isOneFile = !file.equals("-") && !several && Files.isRegularFile(Path.of(file));
        String again = isOneFile
                ? "newsfold add - < " + file + " (standard input counts as fetched now)"
                : "send its text with a later time in its field fetched";
        return "not published: article " + receipt.id() + " was withdrawn at "
                + Outcomes.lastWithdrawal(receipts).map(Instant::toString).orElse("an unknown time")
                + ", after this text was fetched (" + receipt.fetched() + "); to bring it back: " + again;
    }

    /** Waits for the receipt or the rejection of one raw record. */
    private static final class OutcomeListener {
        private final Coordinates at;
        private @Nullable Receipt receipt;
        private @Nullable Rejection rejection;

        OutcomeListener(Coordinates at) {
            this.at = at;
        }

        boolean isOpen() {
            return receipt == null && rejection == null;
        }

        void accept(String topic, byte[] value) {
            if (topic.equals(Topic.RECEIPTS.topicName())) {
                Receipt candidate = Json.read(value, Receipt.class);
                receipt = candidate.raw().equals(at) ? candidate : receipt;
            } else {
                Rejection candidate = Json.read(value, Rejection.class);
                rejection = candidate.raw().equals(at) ? candidate : rejection;
            }
        }
    }

    /** Waits until the public record of an article has a version. */
    private static final class ArticleListener {
        private final String id;
        private final String version;
        private @Nullable EnrichedArticle article;

        ArticleListener(String id, String version) {
            this.id = id;
            this.version = version;
        }

        boolean isOpen() {
            return article == null
                    || article.article().versions().stream()
                            .noneMatch(v -> v.sha256().equals(version));
        }

        void accept(String key, byte @Nullable [] value) {
            if (key.equals(id)) {
                article = value == null ? null : Json.read(value, EnrichedArticle.class);
            }
        }
    }
}
