package io.newsfold.desk.compare;

/** What a comparison says of a word. */
public enum WordMark {
    /** Nothing: it was kept in a sentence that changed, or stands in one that the other text does not have. */
    NONE,
    /** It lies in a passage of eight words or more that the other text has word for word. */
    SHARED,
    /** Only this text has it in its sentence; of two versions also: only this one has its sentence. */
    CHANGED
}
