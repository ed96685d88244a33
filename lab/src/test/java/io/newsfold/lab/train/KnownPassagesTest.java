package io.newsfold.lab.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.newsfold.enrich.clean.body.Block;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownPassagesTest {
    private static final String MENU = "Ferries Weather";
    private static final String TEXT = "The ferry to Skerrow will sail again on Monday, the harbour authority said.";
    private static final String BOTH = "The ferry sails again. Read our newsletter about ferries every morning.";

    @Test
    void aBlockIsKnownByTheOneKindOfPassageThatItHas() {
        KnownPassages known = KnownPassages.of(
                blocks(MENU, TEXT, BOTH),
                passages("will sail again on Monday, the harbour", "The ferry sails again. Read"),
                passages("Ferries Weather", "Read our newsletter about ferries"));

        assertThat(known.labels()).containsExactly(false, true, true);
        assertThat(known.weights()[0]).isPositive();
        assertThat(known.weights()[1]).isPositive();
        assertThat(known.weights()[2]).isZero();
    }

    @Test
    void aWantedPassageInTwoBlocksSpeaksForNone() {
        KnownPassages known = KnownPassages.of(blocks(TEXT, TEXT), passages(TEXT), passages());

        assertThat(known.weights()).containsExactly(0, 0);
    }

    @Test
    void aShortPassageDoesNotSpeakForALongBlock() {
        KnownPassages known = KnownPassages.of(blocks(TEXT), passages(), passages("Monday"));

        assertThat(known.weights()).containsExactly(0);
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts)
                .map(text -> new Block(text, Block.Kind.PARAGRAPH, 0))
                .toList();
    }

    private static JsonNode passages(String... texts) {
        ArrayNode passages = JsonNodeFactory.instance.arrayNode();
        Stream.of(texts).forEach(passages::add);
        return passages;
    }
}
