package io.newsfold.desk.index;

import io.newsfold.contract.StoryChange;
import java.time.Instant;

/**
 * Something that happened to a story, and when the job said so.
 *
 * @param told the broker's time of the record
 */
public record TimedChange(Instant told, StoryChange change) {}
