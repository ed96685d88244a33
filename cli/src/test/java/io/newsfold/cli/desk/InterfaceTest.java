package io.newsfold.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.newsfold.contract.Topic;
import io.newsfold.desk.web.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks real responses and topics against the descriptions of the interfaces. */
class InterfaceTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    InterfaceTest() {}

    @Test
    void realResponsesMatchOpenApi() throws Exception {
        TreeMap<String, List<String>> checked = new TreeMap<>();
        try (RunningDesk desk = new RunningDesk(folder, null, 0)) {
            JsonNode openapi = YAML.readTree(desk.get("/openapi.yaml").body());
            Schemas schemas = new Schemas((ObjectNode) openapi);
            JsonNode stories = json(desk.get("/stories.json"));
            JsonNode story = stories.at("/items/0");
            String other = stories.at("/items/1/articles/0/id").asText();
            String article = story.at("/articles/0/id").asText();
            String entity = story.at("/entities/0/id").asText();
            String text =
                    "{\"text\": \"The pier at Carrow Point will be painted green in May, as the board decided.\"}";
            HttpResponse<String> one = desk.post("/articles", "application/json", text);
            HttpResponse<String> many = desk.post("/articles", "application/x-ndjson", text + "\n" + text);
            checked.put("POST /articles", schemas.errors(one, "/articles", "post"));
            checked.put("POST /articles, many", schemas.errors(many, "/articles", "post"));
            checked.put(
                    "POST /articles, a picture",
                    schemas.errors(desk.post("/articles", "image/png", ""), "/articles", "post"));
            desk.awaitShown();
            Map<String, String> paths = Map.ofEntries(
                    Map.entry("/articles", "/articles"),
                    Map.entry("/articles/" + article, "/articles/{id}"),
                    Map.entry("/articles/none", "/articles/{id}"),
                    Map.entry("/articles/" + article + "/outcomes", "/articles/{id}/outcomes"),
                    Map.entry("/articles/" + article + "/versions/1", "/articles/{id}/versions/{revision}"),
                    Map.entry("/articles/" + article + "/versions/99", "/articles/{id}/versions/{revision}"),
                    Map.entry("/compare?a=" + article + "&b=" + other, "/compare"),
                    Map.entry("/compare?a=" + article, "/compare"),
                    Map.entry(json(one).path("outcome").asText(), "/outcomes/{partition}/{offset}"),
                    Map.entry("/outcomes/a/b", "/outcomes/{partition}/{offset}"),
                    Map.entry("/stories", "/stories"),
                    Map.entry("/stories?limit=0", "/stories"),
                    Map.entry("/stories/" + story.path("id").asText(), "/stories/{id}"),
                    Map.entry("/stories/" + article + "0", "/stories/{id}"),
                    Map.entry("/entities/" + entity, "/entities/{id}"),
                    Map.entry("/entities/none", "/entities/{id}"),
                    Map.entry("/search?q=Crimea&limit=3", "/search"),
                    Map.entry("/search?from=never", "/search"),
                    Map.entry("/outcomes", "/outcomes"),
                    Map.entry("/rejected", "/rejected"),
                    Map.entry("/sources", "/sources"),
                    Map.entry("/pictures/" + article, "/pictures/{id}"),
                    Map.entry("/decisions", "/decisions"),
                    Map.entry("/health", "/health"));
            for (Map.Entry<String, String> path : paths.entrySet()) {
                checked.put(
                        path.getKey(),
                        schemas.errors(desk.get(path.getKey(), "Accept", "application/json"), path.getValue(), "get"));
            }
            TreeSet<String> described = new TreeSet<>();
            openapi.path("paths").fieldNames().forEachRemaining(described::add);
            described.removeAll(paths.values());
            assertThat(described).containsExactly("/events", "/mcp", "/mentions", "/network", "/overrides");
        }

        assertThat(checked)
                .hasSize(27)
                .allSatisfy((path, errors) -> assertThat(errors).as(path).isEmpty());
    }

    @Test
    void asyncApiHasEveryTopicWithItsSchema() throws IOException {
        JsonNode asyncapi = YAML.readTree(resource(WebServer.class, "asyncapi.yaml"));
        Map<String, String> found = new TreeMap<>();
        for (JsonNode channel : asyncapi.path("channels")) {
            String reference = channel.at("/messages/record/$ref").asText().substring(1);
            JsonNode message = asyncapi.at(reference);
            found.put(
                    channel.path("address").asText(),
                    message.path("name").asText() + " "
                            + message.at("/payload/$ref").asText());
        }

        Map<String, String> expected = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            expected.put(topic.topicName(), topic == Topic.RAW ? " " : topic.schema() + " " + topic.schemaId());
        }
        assertThat(found).isEqualTo(expected);
    }

    private static JsonNode json(HttpResponse<String> actual) throws IOException {
        return YAML.readTree(actual.body());
    }

    private static String schemaOf(Topic topic) throws IOException {
        return resource(Topic.class, "schema/" + topic.topicName() + ".schema.json");
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The schemas of the description, with those of the records. */
    private static final class Schemas {
        private static final String ID = "https://newsfold.example/openapi";

        private final ObjectNode openapi;
        private final SchemaRegistry registry;

        Schemas(ObjectNode openapi) throws IOException {
            this.openapi = openapi;
            Map<String, String> known = new HashMap<>();
            known.put(ID, openapi.toString());
            for (Topic topic :
                    Stream.of(Topic.values()).filter(t -> t != Topic.RAW).toList()) {
                String schema = schemaOf(topic);
                known.put(YAML.readTree(schema).path("$id").asText(), schema);
            }
            registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(known));
        }

        /** The errors of a response by the description of its path; empty where it matches. */
        List<String> errors(HttpResponse<String> actual, String path, String method) {
            String at = "/paths/" + path.replace("/", "~1") + "/" + method + "/responses/" + actual.statusCode();
            JsonNode response = openapi.at(at);
            if (response.has("$ref")) {
                at = response.path("$ref").asText().substring(1);
                response = openapi.at(at);
            }
            if (response.isMissingNode()) {
                return List.of("status " + actual.statusCode() + " is not described: " + actual.body());
            }
            String type = actual.headers().firstValue("Content-Type").orElse("");
            if (!response.has("content")) {
                return List.of();
            }
            JsonNode content = response.path("content").path(type);
            if (content.isMissingNode()) {
                return List.of("type " + type + " is not described");
            }
            Schema schema = registry.getSchema(
                    SchemaLocation.of(ID + "#" + at + "/content/" + type.replace("/", "~1") + "/schema"));
            List<String> errors = new ArrayList<>();
            schema.validate(actual.body(), InputFormat.JSON).forEach(e -> errors.add(e.toString()));
            return errors;
        }
    }
}
