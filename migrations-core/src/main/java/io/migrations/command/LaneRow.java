/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.Arrays;

/**
 * One row of lines on their way to the lanes they belong to. A lane has the even columns; between two lanes is the room
 * for a line that goes left, past lanes that are not its own.
 */
final class LaneRow {

    private static final int FREE = -1;

    /** The lane that the line in a column goes to. */
    private final int[] lanes;

    private final char[] drawn;

    LaneRow(int width) {
        lanes = new int[width];
        drawn = new char[width];
        Arrays.fill(lanes, FREE);
        Arrays.fill(drawn, ' ');
    }

    void place(int column, int lane) {
        lanes[column] = lane;
        drawn[column] = column == 2 * lane ? '|' : '/';
    }

    boolean isSettled() {
        for (int column = 0; column < lanes.length; column++) {
            if (lanes[column] != FREE && !isArrived(column, lanes[column])) {
                return false;
            }
        }
        return true;
    }

    /** The next row, every line a step nearer. */
    LaneRow moved() {
        var next = new LaneRow(lanes.length);
        for (int column = 0; column < lanes.length; column++) {
            int lane = lanes[column];
            if (lane == FREE) {
                continue;
            }
            if (isArrived(column, lane)) {
                next.place(2 * lane, lane);
            } else if (next.lanes[column - 1] == FREE) {
                next.moveLeft(column - 1, lane);
            } else if (next.lanes[column - 1] != lane) {
                next.moveLeft(column - 2, lane);
            }
        }
        return next;
    }

    /** A line that has other lanes to pass goes below them at once, to just before its own. */
    private void moveLeft(int column, int lane) {
        int end = 2 * lane + 3;
        if (column % 2 == 0 || column <= end || !isPassable(end, column)) {
            place(column, lane);
            return;
        }
        place(end, lane);
        for (int between = end; between < column; between += 2) {
            drawn[between] = '_';
        }
        drawn[column] = '/';
    }

    private boolean isPassable(int from, int to) {
        for (int column = from; column < to; column++) {
            if (drawn[column] != (column % 2 == 0 ? '|' : ' ')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isArrived(int column, int lane) {
        return column / 2 == lane;
    }

    @Override
    public String toString() {
        return new String(drawn).stripTrailing();
    }
}
