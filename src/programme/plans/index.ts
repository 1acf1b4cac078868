export { type PlanList, planLists, readPlan } from './read-plan.ts'
