package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Resources with one representation only: assets, descriptions of the interfaces, schemas, metrics and health. */
final class FixedResources {
    private static final ResourceResponse ROBOTS = new ResourceResponse(
            200, ResourceResponse.PLAIN_TEXT, "User-agent: *\nDisallow: /\n".getBytes(UTF_8), Map.of());

    private final PrometheusMeterRegistry metrics;
    private final Supplier<Optional<String>> trouble;

    /** @param trouble why the desk is not up to date, in one sentence; empty while it is */
    FixedResources(PrometheusMeterRegistry metrics, Supplier<Optional<String>> trouble) {
        this.metrics = metrics;
        this.trouble = trouble;
    }

    /** Empty where the path is none of these. */
    Optional<ResourceResponse> get(List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return switch (path.get(0)) {
            case "assets" -> path.size() == 3 ? Assets.asset(path.get(2)) : Optional.empty();
            case "openapi.yaml", "asyncapi.yaml" -> Assets.description(path.get(0));
            case "schemas" -> path.size() == 2 ? Assets.schema(path.get(1)) : Optional.empty();
            case "robots.txt" -> Optional.of(ROBOTS);
            case "metrics" -> Optional.of(metrics());
            case "health" -> Optional.of(health(path));
            default -> Optional.empty();
        };
    }

    private ResourceResponse metrics() {
        return new ResourceResponse(
                200, PrometheusTextFormatWriter.CONTENT_TYPE, metrics.scrape().getBytes(UTF_8), Map.of());
    }

    private ResourceResponse health(List<String> path) {
        boolean live = path.size() == 2 && path.get(1).equals("live");
        return (live ? Optional.<String>empty() : trouble.get())
                .map(sentence -> ResourceResponse.problem(503, sentence))
                .orElseGet(() -> ResourceResponse.json(200, Map.of("status", "ok")));
    }
}
