const AFTERMATH =
  /\b(?:post-?\s?mortems?|retrospectives?|retro|(?:incident|post-incident) review|blameless|debrief\w*|review meeting|lessons? learn(?:ed|t)|report (?:was )?published|follow-?up meeting)\b/iu;

/** Whether a line of a timeline tells of what came after the incident: a meeting, a report. */
export function isAftermath(text: string): boolean {
  return AFTERMATH.test(text);
}
