package io.newsfold.desk.web;

import io.newsfold.contract.Outcome;
import io.newsfold.contract.Topic;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.DeliveryOutcome;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Throughput;
import io.newsfold.sink.CsvRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/** The outcomes of all inputs at {@code /outcomes}, and of one raw record at {@code /outcomes/PARTITION/OFFSET}. */
final class OutcomeEndpoint implements Endpoint {
    static final String PATH = "/outcomes";

    private static final int REJECTIONS = 50;
    private static final int PUBLISHERS = 100;

    private final IndexQueries queries;
    private final PageRenderer pages;
    private final Throughput throughput;
    private final Supplier<SortedMap<String, Long>> lag;
    private final Supplier<Map<TopicPartition, Long>> ends;
    private final IntSupplier streams;

    /**
     * @param lag number of records that the job has not read, by topic
     * @param ends offset of the next record to come, by partition of the raw articles
     * @param streams number of clients that listen for changes
     */
    OutcomeEndpoint(
            IndexQueries queries,
            PageRenderer pages,
            Throughput throughput,
            Supplier<SortedMap<String, Long>> lag,
            Supplier<Map<TopicPartition, Long>> ends,
            IntSupplier streams) {
        this.queries = queries;
        this.pages = pages;
        this.throughput = throughput;
        this.lag = lag;
        this.ends = ends;
        this.streams = streams;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        List<String> path = request.path();
        return switch (path.size()) {
            case 1 -> overview(request);
            case 3 -> outcome(path.get(1), path.get(2));
            default -> throw RequestException.notFound();
        };
    }

    /** Redirects the former addresses {@code /accounts} and {@code /fates/PARTITION/OFFSET}. */
    static ResourceResponse redirect(ResourceRequest request) {
        List<String> path = request.path();
        if (path.equals(List.of("accounts"))) {
            return ResourceResponse.redirect(301, request.addressOf(PATH));
        }
        if (path.size() == 3 && path.get(0).equals("fates")) {
            checkCoordinates(path.get(1), path.get(2));
            return ResourceResponse.redirect(301, request.addressOf(PATH + "/" + path.get(1) + "/" + path.get(2)));
        }
        throw RequestException.notFound();
    }

    static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private ResourceResponse overview(ResourceRequest request) {
        OutcomesPage page = new OutcomesPage(
                byCode(queries.outcomes()),
                queries.stories(0, 1).all(),
                queries.search(ArticleQuery.ALL, 0, 1).all(),
                lag.get(),
                throughput.ofLast(1),
                throughput.ofLast(60),
                streams.getAsInt(),
                queries.reasons(),
                queries.rejections(0, REJECTIONS).items(),
                queries.sources(),
                MostFirst.of(queries.publishers(ArticleQuery.ALL), PUBLISHERS));
        return switch (request.representation()) {
            case HTML -> pages.page(page);
            case JSON -> ResourceResponse.json(200, page);
            case CSV -> ResourceResponse.ok(Representation.CSV, csv(page.outcomes()));
            default -> throw new RequestException(406, "the outcomes are available as HTML, JSON and CSV");
        };
    }

    private static Map<String, Long> byCode(Map<Outcome, Long> counts) {
        Map<String, Long> byCode = new LinkedHashMap<>();
        counts.forEach((outcome, count) -> byCode.put(code(outcome), count));
        return byCode;
    }

    private static byte[] csv(Map<String, Long> outcomes) {
        CsvRows csv = new CsvRows(List.of("outcome", "inputs"));
        outcomes.forEach((outcome, count) -> csv.add(List.of(outcome, count.toString())));
        return csv.bytes();
    }

    private ResourceResponse outcome(String partition, String offset) {
        checkCoordinates(partition, offset);
        DeliveryOutcome outcome = queries.outcome(Integer.parseInt(partition), Long.parseLong(offset));
        if (outcome.outcome() == Outcome.PENDING) {
            requireRecord(Integer.parseInt(partition), Long.parseLong(offset));
        }
        return ResourceResponse.json(200, outcome);
    }

    private void requireRecord(int partition, long offset) {
        String topic = Topic.RAW.topicName();
        Map<TopicPartition, Long> known = ends.get();
        Long end = known.get(new TopicPartition(topic, partition));
        if (end == null) {
            throw new RequestException(
                    404, topic + " has no partition " + partition + ": there are " + known.size() + ", from 0 on");
        }
        if (offset >= end) {
            throw new RequestException(
                    404, "partition " + partition + " of " + topic + " ends before offset " + end + " so far");
        }
    }

    private static void checkCoordinates(String partition, String offset) {
        if (!partition.matches("\\d{1,5}") || !offset.matches("\\d{1,18}")) {
            throw new RequestException(
                    400, "the address of an outcome is /outcomes/PARTITION/OFFSET, both whole numbers");
        }
    }
}
