package io.newsfold.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The desk as assistants use it, by the Model Context Protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssistantTest {
    private RunningDesk desk;

    @SuppressWarnings("NullAway.Init")
    AssistantTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        desk = new RunningDesk(folder, null, 0);
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void anAssistantSearchesAndReadsAStoryWithItsEvidence() throws Exception {
        JsonNode greeting = ask("initialize", "{\"protocolVersion\": \"2025-03-26\"}");
        JsonNode tools = ask("tools/list", "{}").at("/result/tools");
        JsonNode found =
                call("search_articles", "{\"q\": \"Crimea\", \"limit\": 3}").at("/result/structuredContent");
        String id = found.at("/articles/0/story").asText();
        JsonNode story = call("get_story", "{\"id\": \"" + id + "\"}").at("/result/structuredContent");
        JsonNode article =
                call("get_article", "{\"id\": \"" + found.at("/articles/0/id").asText() + "\"}");

        assertThat(greeting.at("/result/protocolVersion").asText()).isEqualTo("2025-03-26");
        assertThat(tools)
                .hasSize(4)
                .allMatch(tool -> tool.at("/inputSchema/type").asText().equals("object"));
        assertThat(found.path("articles").size()).isBetween(1, 3);
        assertThat(found.at("/articles/0/found").asText()).containsIgnoringCase("Crimea");
        assertThat(story.path("articles")).isNotEmpty().allMatch(member -> member.has("relation"));
        assertThat(article.at("/result/structuredContent/lineage").isMissingNode())
                .isFalse();
    }

    @Test
    void whatHasNoSenseIsAnsweredInWords() throws Exception {
        assertThat(ask("no/such", "{}").at("/error/code").asInt()).isEqualTo(-32_601);
        assertThat(call("no_such", "{}").at("/error/message").asText()).isEqualTo("there is no tool no_such");
        assertThat(call("search_articles", "{\"from\": \"soon\"}")
                        .at("/result/isError")
                        .asBoolean())
                .isTrue();
        assertThat(call("search_articles", "{\"limit\": 1000}")
                        .at("/result/content/0/text")
                        .asText())
                .contains("limit is a whole number from 1 to 50");
        assertThat(call("get_story", "{\"id\": \"none\"}")
                        .at("/result/content/0/text")
                        .asText())
                .isEqualTo("there is no story none");
        assertThat(json(desk.post("/mcp", "application/json", "["))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32_700);
        assertThat(desk.post(
                                "/mcp",
                                "application/json",
                                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(desk.post("/mcp", "application/json", "x".repeat(70_000)).statusCode())
                .isEqualTo(413);
    }

    private JsonNode call(String tool, String arguments) throws Exception {
        return ask("tools/call", "{\"name\": \"" + tool + "\", \"arguments\": " + arguments + "}");
    }

    private JsonNode ask(String method, String parameters) throws Exception {
        return json(desk.post(
                "/mcp",
                "application/json",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"" + method + "\", \"params\": " + parameters + "}"));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.reader(JsonNode.class).readTree(answer.body());
    }
}
