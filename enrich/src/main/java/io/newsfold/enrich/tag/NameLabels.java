package io.newsfold.enrich.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * The labels of tokens, in the scheme BIOES: {@link #OUTSIDE} a name, or, for each {@link NameClass}, the beginning,
 * the inside or the end of a name of several tokens, or a single token that is a name.
 */
public final class NameLabels {
    /** The label of a token that is part of no name. It stands for both edges of the sentence too. */
    public static final int OUTSIDE = 0;

    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int END = 2;
    private static final int SINGLE = 3;
    private static final int POSITIONS = 4;

    private static final NameClass[] CLASSES = NameClass.values();

    /** The number of labels; they are 0 and up. */
    public static final int COUNT = 1 + POSITIONS * CLASSES.length;

    private NameLabels() {}

    /** The labels of a sentence of so many tokens with these names, which do not overlap. */
    public static int[] encode(int tokens, List<NameSpan> names) {
        int[] labels = new int[tokens];
        for (NameSpan name : names) {
            for (int i = name.first(); i < name.end(); i++) {
                labels[i] = label(name.nameClass(), position(i, name));
            }
        }
        return labels;
    }

    /** The names that labels mark, from left to right. */
    static List<NameSpan> decode(int[] labels) {
        List<NameSpan> names = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == OUTSIDE) {
                continue;
            }
            int position = position(labels[i]);
            first = begins(position) ? i : first;
            if (ends(position)) {
                names.add(new NameSpan(CLASSES[classIndex(labels[i])], first, i + 1));
            }
        }
        return names;
    }

    /** Whether a label may follow another: names are whole, and of one class. */
    public static boolean mayFollow(int before, int label) {
        boolean nameGoesOn = before != OUTSIDE && !ends(position(before));
        boolean continuesName = label != OUTSIDE && !begins(position(label));
        if (nameGoesOn && continuesName) {
            return classIndex(before) == classIndex(label);
        }
        return nameGoesOn == continuesName;
    }

    private static int position(int token, NameSpan name) {
        boolean isLast = token == name.end() - 1;
        if (token == name.first()) {
            return isLast ? SINGLE : BEGIN;
        }
        return isLast ? END : INSIDE;
    }

    private static boolean begins(int position) {
        return position == BEGIN || position == SINGLE;
    }

    private static boolean ends(int position) {
        return position == END || position == SINGLE;
    }

    private static int label(NameClass nameClass, int position) {
        return 1 + POSITIONS * nameClass.ordinal() + position;
    }

    /** The position that is part of a label other than {@link #OUTSIDE}. */
    private static int position(int label) {
        return (label - 1) % POSITIONS;
    }

    /** The class that is part of a label other than {@link #OUTSIDE}. */
    private static int classIndex(int label) {
        return (label - 1) / POSITIONS;
    }
}
