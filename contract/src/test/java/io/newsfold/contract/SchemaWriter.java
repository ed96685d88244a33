package io.newsfold.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schema (2020-12) of a record from its components: what is not {@code @Nullable} is required, what is
 * unknown is allowed.
 */
final class SchemaWriter {
    private SchemaWriter() {}

    static Map<String, Object> schema(Class<?> type, Topic topic) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", topic.schemaId());
        Map<String, Object> properties = new LinkedHashMap<>();
        schema.putAll(object(type, properties));
        properties.put("schema", Map.of("const", topic.schema()));
        return schema;
    }

    private static Map<String, Object> object(Class<?> type) {
        return object(type, new LinkedHashMap<>());
    }

    private static Map<String, Object> object(Class<?> type, Map<String, Object> properties) {
        List<String> required = new ArrayList<>();
        collect(type, properties, required);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        return object;
    }

    private static void collect(Class<?> type, Map<String, Object> properties, List<String> required) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                collect(component.getType(), properties, required);
                continue;
            }
            properties.put(component.getName(), described(component));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
    }

    private static Map<String, Object> described(RecordComponent component) {
        Map<String, Object> schema = of(component.getGenericType());
        JsonPropertyDescription description = component.getAccessor().getAnnotation(JsonPropertyDescription.class);
        if (description == null) {
            return schema;
        }
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", description.value());
        return described;
    }

    private static Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            return of.length == 2
                    ? Map.of("type", "object", "additionalProperties", of(of[1]))
                    : Map.of("type", "array", "items", of(of[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (plain == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return Map.of("type", "integer");
        }
        if (plain == double.class) {
            return Map.of("type", "number");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (plain.isEnum()) {
            return Map.of(
                    "enum",
                    Stream.of(plain.getEnumConstants())
                            .map(e -> e.toString().toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (plain == String.class || plain == byte[].class || plain == LocalDateTime.class) {
            return Map.of("type", "string");
        }
        JsonFormat format = plain.getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.ARRAY ? Map.of("type", "array") : object(plain);
    }
}
