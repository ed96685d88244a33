package io.newsfold.desk.web;

import io.newsfold.contract.Rejection;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Results;
import io.newsfold.sink.CsvRows;
import java.util.List;
import java.util.Locale;

/** The rejections at {@code /rejected}, the newest first. */
final class RejectionEndpoint implements Endpoint {
    private static final List<String> COLUMNS =
            List.of("key", "stage", "reason", "message", "raw", "fetched", "origin");

    private final IndexQueries queries;

    RejectionEndpoint(IndexQueries queries) {
        this.queries = queries;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        if (request.path().size() != 1) {
            throw RequestException.notFound();
        }
        Paging paging = Paging.of(request);
        Results<Rejection> found = queries.rejections(paging.start(), paging.limit());
        String next = paging.next("/rejected", request, found);
        ResourceResponse section = switch (request.representation()) {
            case HTML -> ResourceResponse.redirect(303, OutcomeEndpoint.PATH + "#rejected");
            case JSON -> ResourceResponse.json(200, found);
            case CSV -> ResourceResponse.ok(Representation.CSV, csv(found.items()));
            default -> throw new RequestException(406, "the rejections are available as JSON and CSV");
        };
        return next == null ? section : section.with("Link", "<" + next + ">; rel=\"next\"");
    }

    private static byte[] csv(List<Rejection> rejections) {
        CsvRows csv = new CsvRows(COLUMNS);
        for (Rejection rejection : rejections) {
            csv.add(List.of(
                    rejection.key(),
                    rejection.stage(),
                    rejection.reason().name().toLowerCase(Locale.ROOT),
                    rejection.message(),
                    rejection.raw().toString(),
                    rejection.fetched().toString(),
                    rejection.origin()));
        }
        return csv.bytes();
    }
}
