package io.newsfold.enrich.story;

/**
 * A change of a story.
 *
 * @param member the article that joins, in place of an older state of it, or that leaves in this state
 * @param leaves whether it leaves
 */
public record MemberChange(StoryMember member, boolean leaves) {}
