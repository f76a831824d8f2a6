// The names of a run's events, as they are stored and sent.

export const happenings = [
  "run_created", "run_claimed", "run_interrupted", "run_paused", "run_resumed", "run_succeeded", "run_failed", "run_cancelled", "run_retried", "run_signalled",
  "stages_reused", "stage_blocked", "stage_started", "stage_succeeded", "stage_failed", "stage_retry_scheduled", "stage_skipped", "stage_postponed",
  "decision_requested", "decision_vote_cast", "decision_escalated", "decision_settled", "decision_voided", "clarification_requested", "clarification_answered",
];
