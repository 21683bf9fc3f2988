"""From a chart directive to what the chart shows: results looked up, and put into numbers and words."""
