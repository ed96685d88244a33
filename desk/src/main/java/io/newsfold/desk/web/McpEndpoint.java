package io.newsfold.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /mcp}: the Model Context Protocol, by which assistants search and read what the desk shows. One message
 * of JSON-RPC 2.0 in a request, its answer in the response; no sessions, nothing is changed.
 */
final class McpEndpoint {
    static final int MAX_BYTES = 64 * 1024;

    private static final String NEWEST_VERSION = "2025-06-18";
    private static final Set<String> VERSIONS = Set.of("2024-11-05", "2025-03-26", NEWEST_VERSION);
    private static final int PARSE_ERROR = -32_700;
    private static final int INVALID_REQUEST = -32_600;
    private static final int UNKNOWN_METHOD = -32_601;
    private static final int INVALID_PARAMETERS = -32_602;

    private final McpTools tools;

    McpEndpoint(McpTools tools) {
        this.tools = tools;
    }

    /** The answer to a message; 202 without a body where it is a notification. */
    ResourceResponse post(byte[] body) {
        JsonNode message;
        try {
            message = Json.reader(JsonNode.class).readTree(body);
        } catch (JsonProcessingException e) {
            return error(null, PARSE_ERROR, "the body is no JSON");
        } catch (IOException e) {
            throw new IllegalStateException("reading memory", e);
        }
        JsonNode method = message.path("method");
        if (!message.path("jsonrpc").asText().equals("2.0") || !method.isTextual()) {
            return error(message.get("id"), INVALID_REQUEST, "a message has jsonrpc 2.0 and a method");
        }
        if (!message.has("id")) {
            return new ResourceResponse(202, ResourceResponse.PLAIN_TEXT, new byte[0], Map.of());
        }
        return answer(message.get("id"), method.asText(), message.path("params"));
    }

    private ResourceResponse answer(JsonNode id, String method, JsonNode parameters) {
        return switch (method) {
            case "initialize" ->
                result(id, greeting(parameters.path("protocolVersion").asText()));
            case "ping" -> result(id, Map.of());
            case "tools/list" -> result(id, Map.of("tools", tools.descriptions()));
            case "tools/call" -> call(id, parameters);
            default -> error(id, UNKNOWN_METHOD, "there is no method " + method);
        };
    }

    private static Map<String, Object> greeting(String wanted) {
        return Map.of(
                "protocolVersion",
                VERSIONS.contains(wanted) ? wanted : NEWEST_VERSION,
                "capabilities",
                Map.of("tools", Map.of()),
                "serverInfo",
                Map.of("name", "newsfold", "title", "Newsfold, the desk", "version", "0.1.0"),
                "instructions",
                "News articles grouped into stories by machine. Cite an article by its url, a story by its address on "
                        + "this desk. relation and parent tell what an article copies or most resembles, adds what it "
                        + "has that no earlier article of the story has.");
    }

    private ResourceResponse call(JsonNode id, JsonNode parameters) {
        String name = parameters.path("name").asText();
        if (!tools.has(name)) {
            return error(id, INVALID_PARAMETERS, "there is no tool " + name);
        }
        try {
            Object found = tools.call(name, parameters.path("arguments"));
            return result(id, content(Json.text(found), found, false));
        } catch (RequestException e) {
            return result(id, content(e.sentence(), null, true)); // the assistant reads it and asks otherwise
        }
    }

    private static Map<String, Object> content(String text, @Nullable Object found, boolean isError) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("content", List.of(Map.of("type", "text", "text", text)));
        if (found != null) {
            content.put("structuredContent", found);
        }
        content.put("isError", isError);
        return content;
    }

    private static ResourceResponse result(JsonNode id, Object result) {
        return ResourceResponse.json(200, Map.of("jsonrpc", "2.0", "id", id, "result", result));
    }

    private static ResourceResponse error(@Nullable JsonNode id, int code, String sentence) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", Map.of("code", code, "message", sentence));
        return ResourceResponse.json(200, answer);
    }
}
