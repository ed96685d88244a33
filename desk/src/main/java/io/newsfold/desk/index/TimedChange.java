package io.newsfold.desk.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.newsfold.contract.StoryChange;
import java.time.Instant;

/**
 * A change of a story with its time.
 *
 * @param time the broker's time of the record; the index on disk calls it {@code told}
 * @param change the record
 */
public record TimedChange(@JsonProperty("told") Instant time, StoryChange change) {}
